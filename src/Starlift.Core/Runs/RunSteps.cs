using Starlift.History;

namespace Starlift.Runs;

/// <summary>The steps of a run, measured as they end. Not thread-safe; one step at a time.</summary>
sealed class RunSteps(TimeProvider time)
{
    readonly List<StepRecord> _ended = [];

    /// <summary>In the order in which they ended, which is that in which they began.</summary>
    public IReadOnlyList<StepRecord> Ended => _ended;

    /// <summary>Begins a step; it ends when it is disposed, whether or not it did what it should.</summary>
    public RunStep Begin(StepKind kind, string name) => new(kind, name, time, _ended.Add);

    /// <summary>Keeps a step that has been measured elsewhere.</summary>
    public void Add(StepRecord step, bool isDone)
    {
        RunTelemetry.AddStep(step, isDone);
        _ended.Add(step);
    }
}
