namespace Starlift.Cli.Terminals;

/// <summary>What the process gives to every command; tests give their own.</summary>
/// <param name="Terminal">Where to write and ask.</param>
/// <param name="Environment">The value of an environment variable, null where it is not set.</param>
/// <param name="CurrentFolder">Full path; relative paths that the user types start here.</param>
sealed record Surroundings(Terminal Terminal, Func<string, string?> Environment, string CurrentFolder)
{
    /// <summary>How the user calls Starlift: what is shown to be typed next begins with it.</summary>
    public string CommandName => Environment("STARLIFT_COMMAND") is { Length: > 0 } called ? called : "starlift";
}
