namespace Starlift.Sql.Meaning.Bound;

/// <summary>One key of an order. NULL is the highest value: NULLS LAST in an ascending order, NULLS FIRST in a descending one.</summary>
/// <param name="NullsFirst">As it is written, or what it is without.</param>
public sealed record BoundOrder(BoundExpression Value, bool Descending, bool NullsFirst);
