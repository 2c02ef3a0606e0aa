namespace Starlift.Bench;

/// <summary>A job, and who does it.</summary>
sealed record Workload
{
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>The first is what the others are compared with.</summary>
    public required IReadOnlyList<Contender> Contenders { get; init; }

    /// <summary>Contenders that by intent make something else; the fingerprints of all others must be equal.</summary>
    public IReadOnlyList<string> DoingOtherWork { get; init; } = [];

    public IReadOnlyList<string> Notes { get; init; } = [];
}
