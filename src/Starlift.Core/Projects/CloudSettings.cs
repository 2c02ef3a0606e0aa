using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>The section 'cloud' as the file states it.</summary>
/// <param name="Values">Variables and ${env:NAME} filled in; a single value is a list of one.</param>
/// <param name="Place">Where the section stands in the file.</param>
public sealed record CloudSettings(IReadOnlyDictionary<string, IReadOnlyList<string>> Values, SourcePlace Place)
{
    /// <summary>Where each key's value stands in the file.</summary>
    public IReadOnlyDictionary<string, SourcePlace> Places { get; init; } = new Dictionary<string, SourcePlace>();

    /// <summary>What keeps the section from being used, though not the project from being read: environment variables that are not set.</summary>
    public IReadOnlyList<Problem> Obstacles { get; init; } = [];
}
