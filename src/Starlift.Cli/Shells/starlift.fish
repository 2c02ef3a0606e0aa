# Completion of starlift for fish. In ~/.config/fish/config.fish: starlift completion fish | source
function __starlift_complete
    set -l line (commandline --cut-at-cursor --current-process | string collect)
    set -l word (commandline --cut-at-cursor --current-token)
    set -l words (commandline --cut-at-cursor --current-process --tokenize)
    set -l suggestions ($words[1] "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
    # The value of --option=value stands alone.
    set -l option (string match --regex -- '^--[^=]+=' "$word")
    if set --query suggestions[1]
        printf '%s\n' "$option"$suggestions
    else
        __fish_complete_path $word
    end
end
complete --command starlift --no-files --arguments '(__starlift_complete)'
