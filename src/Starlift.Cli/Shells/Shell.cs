namespace Starlift.Cli.Shells;

/// <summary>A shell that Starlift can be completed in, by the name that the user types.</summary>
/// <param name="Name">As in starlift completion NAME.</param>
/// <param name="Resource">Its script in this binary.</param>
sealed record Shell(string Name, string Resource)
{
    public static IReadOnlyList<Shell> All { get; } =
    [
        new("bash", "starlift.bash"),
        new("zsh", "starlift.zsh"),
        new("fish", "starlift.fish"),
        new("powershell", "starlift.ps1"),
    ];

    /// <summary>What the shell has to read; it asks Starlift itself what comes next, so that it need not be made anew for a new version.</summary>
    public string Script()
    {
        using var reader = new StreamReader(typeof(Shell).Assembly.GetManifestResourceStream($"shells/{Resource}")!);
        return reader.ReadToEnd();
    }
}
