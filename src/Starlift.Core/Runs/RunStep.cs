namespace Starlift.Runs;

/// <summary>A step of a run while it goes on; disposing ends it and keeps it. What was counted by then is kept of a failed one too.</summary>
sealed class RunStep(StepKind kind, string name, TimeProvider time, Action<StepRecord> keep) : IDisposable
{
    readonly DateTime _startedAt = time.GetUtcNow().UtcDateTime;
    readonly long _started = time.GetTimestamp();

    public long RowsRead { get; set; }

    public long RowsInserted { get; set; }

    public long RowsUpdated { get; set; }

    public long Rejects { get; set; }

    public void Dispose() => keep(new StepRecord
    {
        Kind = kind,
        Name = name,
        StartedAt = _startedAt,
        Duration = time.GetElapsedTime(_started),
        RowsRead = RowsRead,
        RowsInserted = RowsInserted,
        RowsUpdated = RowsUpdated,
        Rejects = Rejects,
    });
}
