namespace Starlift.Sql;

/// <summary>The argument of FORMAT AS JSON.</summary>
public enum JsonFormat
{
    /// <summary>'auto': keys match column names, case-sensitively.</summary>
    Auto,

    /// <summary>'auto ignorecase'.</summary>
    AutoIgnoreCase,

    /// <summary>A JSONPaths object.</summary>
    Paths,

    /// <summary>'noshred': the whole record into one SUPER column.</summary>
    NoShred,
}
