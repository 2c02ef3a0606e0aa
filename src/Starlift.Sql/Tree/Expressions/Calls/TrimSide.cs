namespace Starlift.Sql.Tree;

/// <summary>Where TRIM takes characters off.</summary>
public enum TrimSide
{
    /// <summary>No side is written: both.</summary>
    Unstated,

    /// <summary>BOTH</summary>
    Both,

    /// <summary>LEADING</summary>
    Leading,

    /// <summary>TRAILING</summary>
    Trailing,
}
