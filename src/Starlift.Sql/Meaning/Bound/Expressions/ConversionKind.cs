namespace Starlift.Sql.Meaning.Bound;

/// <summary>Why a value is converted.</summary>
public enum ConversionKind
{
    /// <summary>Its place wants another type, and nothing is lost.</summary>
    Implicit,

    /// <summary>It is put into a column: what doesn't fit is an error, decimals are rounded.</summary>
    Assignment,

    /// <summary>CAST, CONVERT, <c>::</c>: texts are cut, decimals of columns too.</summary>
    Cast,

    /// <summary>TRY_CAST: NULL where it can't be converted.</summary>
    Try,
}
