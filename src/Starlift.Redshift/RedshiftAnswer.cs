namespace Starlift.Redshift;

/// <summary>What a statement yielded that was not sent over the warehouse's port.</summary>
/// <param name="Columns">Their names, and the names of their types in pg_type; null where it yields no rows.</param>
/// <param name="Rows">Values are null, bool, long, double, byte[] or string.</param>
/// <param name="Count">Of rows that were changed; -1 where none were counted.</param>
public sealed record RedshiftAnswer(IReadOnlyList<(string Name, string Type)>? Columns, IReadOnlyList<object?[]> Rows, long Count);
