using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// What a target has of Starlift's own tables. Whoever needs to know what is missing asks here; <see cref="HistoryMending"/> makes it.
/// </summary>
sealed class FoundHistory
{
    FoundHistory(FoundTables found) => Tables = found;

    /// <summary>Starlift's own tables that are there.</summary>
    public FoundTables Tables { get; }

    /// <summary>No table and no column is missing.</summary>
    public bool IsWhole => StarliftTables.All.All(Has) && !LackedColumns.Any();

    /// <summary>How much there is: it grows while somebody makes what is missing.</summary>
    public int Parts => Tables.Tables.Values.Sum(table => 1 + table.Columns.Count);

    /// <summary>Columns that a table of an earlier version lacks.</summary>
    public IEnumerable<(TableName Table, string Column, string Type)> LackedColumns =>
        StarliftTables.Added.Where(added => Tables.Find(added.Table) is { } table && table.Column(added.Column) is null);

    /// <summary>Asks the target once.</summary>
    public static async Task<FoundHistory> ReadAsync(IWarehouse warehouse, CancellationToken cancellationToken) =>
        new(await warehouse.FindTablesAsync(StarliftTables.All, cancellationToken));

    public bool Has(TableName table) => Tables.Find(table) is not null;

    /// <summary>The table is there, and has the column.</summary>
    public bool Has(TableName table, string column) => Tables.Find(table)?.Column(column) is not null;
}
