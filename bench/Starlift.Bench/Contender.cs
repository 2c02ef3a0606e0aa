namespace Starlift.Bench;

/// <summary>Something that does a workload's job. Its steps run in this order, every round.</summary>
sealed record Contender
{
    /// <summary>For --only and for the tables.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, for readers of the tables.</summary>
    public required string Description { get; init; }

    /// <summary>Not measured: puts things back to where the job starts.</summary>
    public Func<CancellationToken, Task> PrepareAsync { get; init; } = _ => Task.CompletedTask;

    /// <summary>Measured: the program's full path and its arguments.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    public IReadOnlyDictionary<string, string>? Environment { get; init; }

    /// <summary>CPU seconds so far of processes that work for the command without being its children; null where there are none.</summary>
    public Func<double>? CpuOfServer { get; init; }

    /// <summary>Not measured: what the job has made, from what the command wrote. Equal jobs give equal fingerprints.</summary>
    public Func<string, CancellationToken, Task<Fingerprint>> FingerprintAsync { get; init; } = (_, _) => Task.FromResult(Fingerprint.None);

    /// <summary>Rounds at most, of one that would take the whole time.</summary>
    public int MaxRuns { get; init; } = int.MaxValue;
}
