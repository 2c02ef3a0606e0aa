namespace Starlift.Bench;

/// <summary>All that is known of one workload's measurement: one file of a result folder.</summary>
sealed record WorkloadResult
{
    public required string Workload { get; init; }

    public required string Title { get; init; }

    public required int Events { get; init; }

    public required int Songs { get; init; }

    public required string CommandLine { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Commit { get; init; }

    public required Machine Machine { get; init; }

    public required IReadOnlyDictionary<string, string> Versions { get; init; }

    /// <summary>The contender that the others are compared with.</summary>
    public required string Baseline { get; init; }

    public required IReadOnlyList<ContenderResult> Contenders { get; init; }

    /// <summary>In the order they were run.</summary>
    public required IReadOnlyList<Iteration> Iterations { get; init; }

    /// <summary>Contenders that could not be run here, and why; and what else to know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
