using Starlift.Sql;

namespace Starlift.Tables;

/// <summary>What a reset did.</summary>
/// <param name="Dropped">Tables that were there, in the order in which they were dropped.</param>
/// <param name="Tables">Tables that were made, those first that others refer to; temporary staging is none of them.</param>
/// <param name="ObjectsForgotten">Entries of the ledger that are gone: as many objects are new to the next run.</param>
public sealed record ResetReport(IReadOnlyList<DroppedTable> Dropped, IReadOnlyList<TableName> Tables, long ObjectsForgotten);
