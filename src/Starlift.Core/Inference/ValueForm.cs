namespace Starlift.Inference;

/// <summary>What the values of one path are, for a column.</summary>
enum ValueForm
{
    /// <summary>Null in all records, or empty.</summary>
    Nothing,
    Text,
    Integer,
    Decimal,
    Double,
    Boolean,
    Date,
    Timestamp,
    TimestampTz,

    /// <summary>Integers that are seconds since 1970, by their size and their name.</summary>
    EpochSeconds,

    /// <summary>The same with milliseconds.</summary>
    EpochMilliseconds,

    /// <summary>Objects, arrays, or values of several kinds.</summary>
    Nested,
}
