using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>A configured warehouse as the file states it; the adapter of its type makes its options of it.</summary>
/// <param name="Name">The key under targets.</param>
/// <param name="Type">duckdb, postgres or redshift.</param>
/// <param name="Values">The other keys, variables and ${env:NAME} filled in.</param>
/// <param name="Place">Where the target stands in the file.</param>
public sealed record TargetSettings(string Name, string Type, IReadOnlyDictionary<string, string> Values, SourcePlace Place)
{
    /// <summary>Where each key's value stands in the file.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = new Dictionary<string, SourcePlace>();

    /// <summary>
    /// What keeps the target from being used, though not the project from being read: environment variables that are not set, a
    /// type that this build has no warehouse for. <see cref="Project.Target"/> throws them.
    /// </summary>
    public IReadOnlyList<Problem> Obstacles { get; init; } = [];
}
