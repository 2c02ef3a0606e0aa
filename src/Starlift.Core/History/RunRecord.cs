namespace Starlift.History;

/// <summary>A run as its target remembers it.</summary>
public sealed record RunRecord
{
    public required long RunId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC; null while it runs.</summary>
    public DateTime? FinishedAt { get; init; }

    public required RunOutcome Outcome { get; init; }

    /// <summary>Starlift's.</summary>
    public required string Version { get; init; }

    /// <summary>The target's name.</summary>
    public required string Target { get; init; }

    /// <summary>The project's name; null of a run of a version that did not say.</summary>
    public string? Project { get; init; }

    /// <summary>user@host; null of a run of a version that did not say.</summary>
    public string? StartedBy { get; init; }

    /// <summary>Objects loaded.</summary>
    public long Objects { get; init; }

    /// <summary>Of these, as stored.</summary>
    public long Bytes { get; init; }

    public long Rows { get; init; }

    public long Rejects { get; init; }

    /// <summary>Why it failed; null where it did not.</summary>
    public string? Error { get; init; }
}
