namespace Starlift.Sql.Tree;

/// <summary>How a conversion is written.</summary>
public enum CastSyntax
{
    /// <summary>CAST(x AS type)</summary>
    Cast,

    /// <summary>TRY_CAST(x AS type)</summary>
    TryCast,

    /// <summary>x::type</summary>
    DoubleColon,

    /// <summary>CONVERT(type, x)</summary>
    Convert,
}
