namespace Starlift.Sql.Meaning.Functions;

/// <summary>How long a function's value stays the same for the same arguments.</summary>
public enum Volatility : byte
{
    /// <summary>For ever.</summary>
    Immutable,

    /// <summary>Within a statement: it looks at settings, tables or the clock.</summary>
    Stable,

    /// <summary>It may be another with each call.</summary>
    Volatile,
}
