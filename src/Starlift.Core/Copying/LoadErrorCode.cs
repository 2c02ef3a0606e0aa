namespace Starlift.Copying;

/// <summary>Why a record could not be loaded (Amazon Redshift: "Load error reference").</summary>
public enum LoadErrorCode
{
    /// <summary>A line of CSV has more fields than there are columns.</summary>
    ExtraColumns = 1202,
    OutOfRange = 1204,
    DateFormat = 1205,
    TimestampFormat = 1206,
    InvalidDigit = 1207,
    FloatFormat = 1208,
    DecimalFormat = 1209,
    BooleanFormat = 1210,

    /// <summary>A line of CSV without a character.</summary>
    NoData = 1211,
    MissingData = 1213,

    /// <summary>A line of CSV has too few fields, or a quote where none may be.</summary>
    DelimiterNotFound = 1214,

    /// <summary>Malformed JSON, text outside of a structure, or a path that the record does not allow.</summary>
    InvalidInput = 1216,
    NullByte = 1218,
    InvalidUtf8 = 1220,

    /// <summary>Not well-formed for a SUPER column.</summary>
    InvalidSuper = 1224,

    /// <summary>Not a code of the reference: a type that no text can fill.</summary>
    InvalidData = 1223,
}
