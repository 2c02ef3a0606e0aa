namespace Starlift.Sql.Tree;

/// <summary>Where a frame begins or ends.</summary>
public enum FrameBoundKind
{
    /// <summary>UNBOUNDED PRECEDING</summary>
    UnboundedPreceding,

    /// <summary>n PRECEDING</summary>
    Preceding,

    /// <summary>CURRENT ROW</summary>
    CurrentRow,

    /// <summary>n FOLLOWING</summary>
    Following,

    /// <summary>UNBOUNDED FOLLOWING</summary>
    UnboundedFollowing,
}
