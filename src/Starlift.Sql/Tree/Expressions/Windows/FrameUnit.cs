namespace Starlift.Sql.Tree;

/// <summary>What a frame counts.</summary>
public enum FrameUnit
{
    /// <summary>ROWS</summary>
    Rows,

    /// <summary>RANGE</summary>
    Range,

    /// <summary>GROUPS, which Redshift refuses.</summary>
    Groups,
}
