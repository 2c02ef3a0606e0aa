namespace Starlift.Sql.Tree;

/// <summary>Which sets of a GROUP BY.</summary>
public enum GroupingKind
{
    /// <summary>GROUPING SETS</summary>
    Sets,

    /// <summary>ROLLUP</summary>
    Rollup,

    /// <summary>CUBE</summary>
    Cube,
}
