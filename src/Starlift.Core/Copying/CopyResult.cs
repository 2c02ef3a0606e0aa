namespace Starlift.Copying;

/// <summary>
/// What came of a COPY. A load that fails on its data is a result and not an exception. Disposing it drops what is kept of the rejects.
/// </summary>
public sealed record CopyResult : IDisposable
{
    /// <summary>The reject limit was passed, or a record can't be tolerated: what the table holds of this COPY is to be rolled back.</summary>
    public required bool Failed { get; init; }

    /// <summary>One an object read, in the order they were given. Of a failed load the counts are those reached.</summary>
    public required IReadOnlyList<ObjectCounts> Objects { get; init; }

    /// <summary>In no particular order. Read anew at each enumeration, and not after disposing.</summary>
    public required IEnumerable<Reject> Rejects { get; init; }

    /// <summary>Rows that the table holds now; 0 with NOLOAD and where the load failed.</summary>
    public required long RowsLoaded { get; init; }

    /// <summary>Rows in which ACCEPTINVCHARS replaced a character.</summary>
    public long RowsReplaced { get; init; }

    /// <summary>What the rows do not hold of their records; null where the warehouse reads objects by itself and does not tell.</summary>
    public CopyFindings? Findings { get; init; }

    public long RejectCount => Objects.Sum(counts => counts.Rejects);

    /// <summary>What the rejects are kept in; null where that needs no closing.</summary>
    public IDisposable? Kept { get; init; }

    public void Dispose() => Kept?.Dispose();
}
