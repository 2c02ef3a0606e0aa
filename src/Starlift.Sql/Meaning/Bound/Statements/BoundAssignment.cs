namespace Starlift.Sql.Meaning.Bound;

/// <summary>A column with what it gets.</summary>
/// <param name="Column">Its position in the table.</param>
/// <param name="Value">As the column takes it.</param>
public sealed record BoundAssignment(int Column, BoundExpression Value);
