using Starlift.Sql;

namespace Starlift.Tables;

/// <summary>A table that a reset dropped.</summary>
/// <param name="Table">Which.</param>
/// <param name="Rows">That were in it.</param>
public sealed record DroppedTable(TableName Table, long Rows);
