namespace Starlift.Sql.Meaning.Bound;

/// <summary>One branch of CASE.</summary>
public sealed record BoundBranch(BoundExpression When, BoundExpression Then);
