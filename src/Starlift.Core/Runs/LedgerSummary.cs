using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>What a target's ledger says, for people and programs.</summary>
public static class LedgerSummary
{
    /// <summary>A row a load: objects, bytes, records, rows, rejects, and when it last loaded one.</summary>
    public static Task<QueryResult> LoadsAsync(IWarehouse warehouse, CancellationToken cancellationToken) => ReadAsync(
        warehouse,
        ["load", "objects", "bytes", "records", "rows_loaded", "rejects", "last_loaded_at"],
        """
        select load_name as load, count(*) as objects, sum(size) as bytes, sum(records) as records, sum(rows_loaded) as rows_loaded,
            sum(rejects) as rejects, max(loaded_at) as last_loaded_at
        from starlift.ledger where load_name is not null group by load_name order by load_name
        """,
        cancellationToken);

    /// <summary>A row an object of the load, by uri.</summary>
    public static Task<QueryResult> ObjectsAsync(IWarehouse warehouse, string load, CancellationToken cancellationToken) => ReadAsync(
        warehouse,
        ["uri", "version", "bytes", "records", "rows_loaded", "rejects", "loaded_at", "load_id"],
        $"""
        select uri, version, size as bytes, records, rows_loaded, rejects, loaded_at, load_id
        from starlift.ledger where load_name = '{load.Replace("'", "''", StringComparison.Ordinal)}' order by uri
        """,
        cancellationToken);

    static async Task<QueryResult> ReadAsync(IWarehouse warehouse, IReadOnlyList<string> columns, string sql, CancellationToken cancellationToken) =>
        await warehouse.ColumnsOfAsync(StarliftTables.Ledger, cancellationToken) is null
            ? new QueryResult(columns, [])
            : await warehouse.QueryAsync(sql, cancellationToken);
}
