# Completion of starlift for PowerShell. In $PROFILE: starlift completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName starlift -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    # The tree has no blanks at its end, and the cursor counts from the start of the whole line.
    $position = $cursorPosition - $commandAst.Extent.StartOffset
    $line = $commandAst.ToString().PadRight($position).Substring(0, $position)
    # The value of --option=value stands alone.
    $option = if ($wordToComplete -match '^--[^=]+=') { $Matches[0] } else { '' }
    & $commandAst.CommandElements[0].Value "[suggest:$position]" $line 2>$null | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new("$option$_", $_, 'ParameterValue', $_)
    }
}
