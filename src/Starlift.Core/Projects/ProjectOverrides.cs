namespace Starlift.Projects;

/// <summary>What the caller adds to a project file.</summary>
/// <param name="Vars">Values of --var, which win over the environment and the file.</param>
/// <param name="Environment">The value of an environment variable, null where it is not set.</param>
public sealed record ProjectOverrides(IReadOnlyDictionary<string, string> Vars, Func<string, string?> Environment)
{
    /// <summary>
    /// Where relative paths begin that --var or the environment give to a variable whose value in the file is a path (it begins
    /// with ./, ../, / or ~/). Null leaves them as they are: relative to the project folder.
    /// </summary>
    public string? CurrentFolder { get; init; }

    /// <summary>No --var and an empty environment.</summary>
    public static ProjectOverrides None { get; } = new(new Dictionary<string, string>(), _ => null);
}
