using Starlift.Copying;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Which object versions each load has loaded: written in the transaction that loads them.</summary>
static class Ledger
{
    /// <summary>Empty where the target has no ledger yet.</summary>
    public static async Task<IReadOnlyList<LedgerEntry>> ReadAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(StarliftTables.Ledger, cancellationToken) is null)
        {
            return [];
        }

        var result = await warehouse.QueryAsync(
            "select load_name, uri, version, size from starlift.ledger where load_name is not null", cancellationToken);
        return [.. result.Rows.Select(row => new LedgerEntry((string)row[0]!, (string)row[1]!, (string)row[2]!, (long)row[3]!))];
    }

    /// <param name="warehouse">In a transaction.</param>
    /// <param name="load">Whose objects they are; null for a COPY outside of any load, of which only the history is kept.</param>
    /// <param name="changed">Uris whose earlier version is replaced.</param>
    /// <param name="loadId">Of the load's record.</param>
    /// <param name="loadedAt">UTC.</param>
    /// <param name="counts">What was loaded.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        IWarehouse warehouse,
        string? load,
        IReadOnlyCollection<string> changed,
        long loadId,
        DateTime loadedAt,
        IReadOnlyList<ObjectCounts> counts,
        CancellationToken cancellationToken)
    {
        if (changed.Count > 0)
        {
            await ForgetAsync(warehouse, load!, changed, cancellationToken);
        }

        await warehouse.AppendAsync(
            StarliftTables.Ledger,
            counts.Select(count => new object?[]
            {
                load, count.Object.Uri, count.Object.Version, count.Object.Size, loadId, loadedAt, count.Records, count.Rows, count.Rejects,
            }),
            cancellationToken);
    }

    /// <summary>Forgets all that these loads have loaded.</summary>
    /// <returns>How many entries there were; none where the target has no ledger yet.</returns>
    public static async Task<long> ForgetAsync(IWarehouse warehouse, IReadOnlyCollection<string> loads, CancellationToken cancellationToken)
    {
        if (loads.Count == 0 || await warehouse.ColumnsOfAsync(StarliftTables.Ledger, cancellationToken) is null)
        {
            return 0;
        }

        var names = string.Join(", ", loads.Select(load => $"'{load.Replace("'", "''", StringComparison.Ordinal)}'"));
        return await warehouse.ExecuteAsync($"delete from starlift.ledger where load_name in ({names})", cancellationToken);
    }

    // Uris are data: they go through a table, not through SQL text.
    static async Task ForgetAsync(IWarehouse warehouse, string load, IReadOnlyCollection<string> uris, CancellationToken cancellationToken)
    {
        var names = new Sql.TableName(null, "starlift_reloaded");
        await warehouse.ExecuteAsync($"create temp table {names} (load_name varchar(256), uri varchar(max))", cancellationToken);
        await warehouse.AppendAsync(names, uris.Select(uri => new object?[] { load, uri }), cancellationToken);
        await warehouse.ExecuteAsync(
            $"""
            delete from starlift.ledger using {names}
            where starlift.ledger.load_name = {names}.load_name and starlift.ledger.uri = {names}.uri;
            drop table {names}
            """,
            cancellationToken);
    }
}
