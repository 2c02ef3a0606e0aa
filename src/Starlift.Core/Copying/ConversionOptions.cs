using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>The data conversion parameters of a COPY, read once (Amazon Redshift: "Data conversion parameters").</summary>
sealed record ConversionOptions
{
    public required bool EmptyAsNull { get; init; }

    public required bool BlanksAsNull { get; init; }

    public required bool TrimBlanks { get; init; }

    public required bool TruncateColumns { get; init; }

    public required bool RoundDecimals { get; init; }

    /// <summary>ACCEPTANYDATE: a DATE, TIMESTAMP or TIMESTAMPTZ that can't be read is NULL.</summary>
    public required bool AcceptAnyDate { get; init; }

    /// <summary>ACCEPTINVCHARS; null where it is absent.</summary>
    public required byte? Replacement { get; init; }

    public required TemporalConversion Temporal { get; init; }

    public static ConversionOptions Of(CopyStatement copy) => new()
    {
        EmptyAsNull = copy.EmptyAsNull,
        BlanksAsNull = copy.BlanksAsNull,
        TrimBlanks = copy.TrimBlanks,
        TruncateColumns = copy.TruncateColumns,
        RoundDecimals = copy.RoundDecimals,
        AcceptAnyDate = copy.AcceptAnyDate,
        Replacement = (byte?)copy.AcceptInvalidChars,
        Temporal = TemporalConversion.Of(copy),
    };
}
