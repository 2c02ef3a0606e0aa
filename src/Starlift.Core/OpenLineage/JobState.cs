namespace Starlift.OpenLineage;

/// <summary>How a run of a job ended.</summary>
/// <param name="Word">COMPLETE, FAIL or ABORT.</param>
/// <param name="Error">Why; null where nothing went wrong.</param>
sealed record JobState(string Word, string? Error)
{
    public static JobState Complete { get; } = new("COMPLETE", null);

    /// <summary>It was interrupted.</summary>
    public static JobState Interrupted { get; } = new("ABORT", null);

    /// <summary>It had done its part, which was rolled back with the rest.</summary>
    public static JobState RolledBack { get; } = new("ABORT", "rolled back, because the run failed");
}
