namespace Starlift.Inference;

/// <summary>What a text looks like besides being one.</summary>
enum TextShape
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary>2024-03-01.</summary>
    Date,

    /// <summary>A date and a time of day without a zone.</summary>
    LocalTime,

    /// <summary>The same with Z or an offset of zero.</summary>
    UtcTime,

    /// <summary>The same with another offset.</summary>
    OffsetTime,

    /// <summary>A time with more digits behind the second than Redshift stores.</summary>
    FineTime,

    /// <summary>Digits, perhaps behind a minus, without a needless zero in front.</summary>
    Integer,

    /// <summary>Digits and a point.</summary>
    Decimal,
}
