using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>What a target's ledger says of a project's loads, for people and programs.</summary>
/// <param name="project">Whose loads.</param>
/// <param name="warehouse">The target.</param>
public sealed class LedgerSummary(Project project, IWarehouse warehouse)
{
    /// <summary>A row a load: objects, bytes, records, rows, rejects, and when it last loaded one.</summary>
    public Task<QueryResult> LoadsAsync(CancellationToken cancellationToken) => ReadAsync(
        project.Loads,
        ["load", "objects", "bytes", "records", "rows_loaded", "rejects", "last_loaded_at"],
        condition => $"""
            select load_name as load, count(distinct uri) as objects, sum(size) as bytes, sum(records) as records, sum(rows_loaded) as rows_loaded,
                sum(rejects) as rejects, max(loaded_at) as last_loaded_at
            from starlift.ledger where {condition} group by load_name order by load_name
            """,
        cancellationToken);

    /// <summary>A row an object of the load, by uri; of an object that was merged over an earlier version, a row for each.</summary>
    public Task<QueryResult> ObjectsAsync(Load load, CancellationToken cancellationToken) => ReadAsync(
        [load],
        ["uri", "version", "bytes", "records", "rows_loaded", "rejects", "loaded_at", "load_id"],
        condition => $"""
            select uri, version, size as bytes, records, rows_loaded, rejects, loaded_at, load_id
            from starlift.ledger where {condition} order by uri, load_id
            """,
        cancellationToken);

    /// <exception cref="Errors.ConfigurationException">Somebody has dropped the ledger, and it does not tell what the project's star tables hold.</exception>
    public async Task ThrowIfLostAsync(CancellationToken cancellationToken)
    {
        var found = await warehouse.FindTablesAsync([StarliftTables.Ledger, StarliftTables.Tables], cancellationToken);
        await LostLedger.ThrowIfOfAsync(warehouse, found, project.Name, cancellationToken);
    }

    async Task<QueryResult> ReadAsync(
        IReadOnlyList<Load> loads, IReadOnlyList<string> columns, Func<string, string> sql, CancellationToken cancellationToken)
    {
        var found = await warehouse.FindTablesAsync([StarliftTables.Ledger], cancellationToken);
        var keys = loads.Select(load => new LedgerKey(project.Name, load.Name, load.Copy.Table.Schema ?? found.Schema)).ToList();
        return keys.Count == 0 || found.Find(StarliftTables.Ledger) is not { } ledger
            ? new QueryResult(columns, [])
            : await warehouse.QueryAsync(sql(LedgerKey.ConditionOf(keys, ledger)), cancellationToken);
    }
}
