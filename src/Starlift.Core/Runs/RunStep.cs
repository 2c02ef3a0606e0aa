using System.Diagnostics;
using Starlift.History;

namespace Starlift.Runs;

/// <summary>A step of a run while it goes on; disposing ends it and keeps it. What was counted by then is kept of a failed one too.</summary>
sealed class RunStep(StepKind kind, string name, TimeProvider time, Action<StepRecord> keep) : IDisposable
{
    readonly DateTime _startedAt = time.GetUtcNow().UtcDateTime;
    readonly long _started = time.GetTimestamp();
    readonly Activity? _span = RunTelemetry.StartStep(kind, name, time.GetUtcNow().UtcDateTime);

    public long RowsRead { get; set; }

    public long RowsInserted { get; set; }

    public long RowsUpdated { get; set; }

    public long Rejects { get; set; }

    /// <summary>It did what it should. To be set last.</summary>
    public bool IsDone { get; set; }

    public void Dispose()
    {
        var step = new StepRecord
        {
            Kind = kind,
            Name = name,
            StartedAt = _startedAt,
            Duration = time.GetElapsedTime(_started),
            RowsRead = RowsRead,
            RowsInserted = RowsInserted,
            RowsUpdated = RowsUpdated,
            Rejects = Rejects,
        };
        RunTelemetry.End(_span, step, IsDone);
        keep(step);
    }
}
