namespace Starlift.Copying;

/// <summary>How <see cref="ExpressReader"/> takes the values of a member.</summary>
enum MemberLane : byte
{
    /// <summary>No column asks for it.</summary>
    Skip,

    /// <summary>A string into VARCHAR, with nothing asked of blanks.</summary>
    Text,

    /// <summary>Digits into SMALLINT, INTEGER or BIGINT.</summary>
    Int16,
    Int32,
    Int64,
    Double,

    /// <summary>Digits into TIMESTAMP or TIMESTAMPTZ, as seconds or milliseconds of the epoch.</summary>
    Epoch,

    /// <summary>As <see cref="RowConverter"/> takes it.</summary>
    Other,
}
