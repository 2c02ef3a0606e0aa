namespace Starlift.Copying;

/// <summary>A record that could not be loaded, with all that is needed to mend it.</summary>
public sealed record Reject
{
    /// <summary>The object's uri.</summary>
    public required string Object { get; init; }

    /// <summary>1-based line of the object, decompressed, on which the record begins.</summary>
    public required long FirstLine { get; init; }

    /// <summary>1-based line on which the record ends: the line number that Redshift's system tables show.</summary>
    public required long LastLine { get; init; }

    /// <summary>0-based offset of the record in the object, decompressed and as UTF-8.</summary>
    public required long ByteOffset { get; init; }

    /// <summary>Empty where the record as a whole can't be read.</summary>
    public required string Column { get; init; }

    /// <summary>The column's type as the system tables name it: int4, varchar, …; empty without a column.</summary>
    public required string Type { get; init; }

    /// <summary>The type's length as the system tables show it: 256, or 18, 0; empty where it has none.</summary>
    public required string Length { get; init; }

    /// <summary>0-based byte in the value; 0 where that can't be told.</summary>
    public required int Position { get; init; }

    public required LoadErrorCode Code { get; init; }

    public required string Reason { get; init; }

    /// <summary>The record as it stands in the object, at most 4 MB of it; invalid UTF-8 shows as U+FFFD.</summary>
    public required string RawRecord { get; init; }

    /// <summary>The value that does not fit its column; empty without one.</summary>
    public required string RawValue { get; init; }
}
