namespace Starlift.Sql.Meaning.Bound;

/// <summary>GROUP BY.</summary>
/// <param name="Keys">Its expressions; an ordinal and an alias are the item that they mean.</param>
/// <param name="Sets">The positions of the keys of each grouping set; one set of all keys without GROUPING SETS, ROLLUP and CUBE.</param>
public sealed record BoundGrouping(IReadOnlyList<BoundExpression> Keys, IReadOnlyList<IReadOnlyList<int>> Sets);
