namespace Starlift.History;

/// <summary>A step of a run as its target remembers it. A step that failed is one too, with what it had counted by then.</summary>
public sealed record StepRecord
{
    public required StepKind Kind { get; init; }

    /// <summary>The load's, model's or check's; "commit" for the commit.</summary>
    public required string Name { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>Records of a load, rows that a model yielded, objects that were listed; 0 for others.</summary>
    public long RowsRead { get; init; }

    /// <summary>Rows put into the staging or star table.</summary>
    public long RowsInserted { get; init; }

    public long RowsUpdated { get; init; }

    public long Rejects { get; init; }
}
