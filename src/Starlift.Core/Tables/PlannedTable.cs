using Starlift.Sql;

namespace Starlift.Tables;

/// <summary>A star table of a plan.</summary>
/// <param name="Table">As the project names it.</param>
/// <param name="State">What the target has under that name.</param>
public sealed record PlannedTable(TableName Table, TableState State);
