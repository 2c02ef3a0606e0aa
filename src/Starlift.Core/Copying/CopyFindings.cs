namespace Starlift.Copying;

/// <summary>What a COPY did not load of records that became rows, though it refused none of it.</summary>
public sealed record CopyFindings
{
    public required long Rows { get; init; }

    /// <summary>Rows in which every column is NULL.</summary>
    public required long EmptyRows { get; init; }

    /// <summary>Keys at the root of records that no column takes; those of most records first.</summary>
    public required IReadOnlyList<UnknownKey> UnknownKeys { get; init; }

    /// <summary>Records with keys that were too long or too many to be told by name.</summary>
    public required long RecordsWithOtherKeys { get; init; }

    /// <summary>Columns of the COPY that are NULL in every row, in the order of the COPY; none where there are no rows.</summary>
    public required IReadOnlyList<string> NullColumns { get; init; }

    /// <summary>In the order of the COPY.</summary>
    public required IReadOnlyList<LostDigits> LostDigits { get; init; }

    public bool HasUnknownKeys => UnknownKeys.Count > 0 || RecordsWithOtherKeys > 0;
}
