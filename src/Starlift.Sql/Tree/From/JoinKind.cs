namespace Starlift.Sql.Tree;

/// <summary>What a join does with rows that match none.</summary>
public enum JoinKind
{
    /// <summary>JOIN, INNER JOIN</summary>
    Inner,

    /// <summary>LEFT JOIN</summary>
    Left,

    /// <summary>RIGHT JOIN</summary>
    Right,

    /// <summary>FULL JOIN</summary>
    Full,

    /// <summary>CROSS JOIN</summary>
    Cross,
}
