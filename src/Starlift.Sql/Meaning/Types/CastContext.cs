namespace Starlift.Sql.Meaning.Types;

/// <summary>Where a conversion happens. What converts in one of these converts in all behind it too.</summary>
public enum CastContext : byte
{
    /// <summary>In an expression, unasked.</summary>
    Implicit,

    /// <summary>When a value is put into a column by INSERT, UPDATE or COPY, or into a function's argument that nothing fits better.</summary>
    Assignment,

    /// <summary>By CAST, CONVERT or <c>::</c>.</summary>
    Explicit,

    /// <summary>Nowhere: <c>cannot cast type x to y</c>.</summary>
    Never,
}
