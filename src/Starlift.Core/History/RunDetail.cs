using Starlift.Checks;

namespace Starlift.History;

/// <summary>All that a target remembers of a run.</summary>
/// <param name="Run">Its record.</param>
/// <param name="Steps">In their order; none of a run of a version that kept none.</param>
/// <param name="Checks">In their order; none where it did not come to that.</param>
public sealed record RunDetail(RunRecord Run, IReadOnlyList<StepRecord> Steps, IReadOnlyList<CheckResult> Checks)
{
    /// <summary>What was told of its loads, in their order.</summary>
    public IReadOnlyList<ToldLoad> Told { get; init; } = [];
}
