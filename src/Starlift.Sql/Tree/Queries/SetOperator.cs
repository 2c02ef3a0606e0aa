namespace Starlift.Sql.Tree;

/// <summary>How two queries' rows are put together.</summary>
public enum SetOperator
{
    /// <summary>UNION</summary>
    Union,

    /// <summary>INTERSECT</summary>
    Intersect,

    /// <summary>EXCEPT and MINUS</summary>
    Except,
}
