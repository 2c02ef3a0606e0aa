using Starlift.Checks;
using Starlift.History;
using Starlift.Planning;
using Starlift.Stars;

namespace Starlift.Runs;

/// <summary>What a run did.</summary>
public sealed record RunReport
{
    /// <summary>Counts the runs on a target, from 1 on.</summary>
    public required long RunId { get; init; }

    public required RunPlan Plan { get; init; }

    /// <summary>Empty where there was nothing new.</summary>
    public required IReadOnlyList<LoadReport> Loads { get; init; }

    /// <summary>Empty where there was nothing new.</summary>
    public required IReadOnlyList<StarReport> Stars { get; init; }

    /// <summary>What came of the checks, in their order; empty where there was nothing new.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<StepRecord> Steps { get; init; }

    public required TimeSpan Duration { get; init; }

    public bool NothingNew => Plan.IsEmpty;
}
