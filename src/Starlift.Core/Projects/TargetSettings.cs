using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>A configured warehouse as the file states it; the adapter of its type makes its options of it.</summary>
/// <param name="Name">The key under targets.</param>
/// <param name="Type">duckdb, postgres or redshift.</param>
/// <param name="Values">The other keys, variables and ${env:NAME} filled in.</param>
/// <param name="Place">Where the target stands in the file.</param>
public sealed record TargetSettings(string Name, string Type, IReadOnlyDictionary<string, string> Values, SourcePlace Place);
