using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>The rejects that a target remembers.</summary>
public static class RejectHistory
{
    const string Columns =
        "run_id, load_id, table_name, object, first_line, last_line, byte_offset, column_name, type, length, position, code, reason, raw_value, raw_record";

    /// <summary>Of all runs and scripts, the newest first.</summary>
    public static Task<QueryResult> AllAsync(IWarehouse warehouse, CancellationToken cancellationToken) => ReadAsync(warehouse, "", cancellationToken);

    /// <param name="warehouse">The target.</param>
    /// <param name="run">Null for the last run that had any, or for the last COPY of a script where that is later.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static Task<QueryResult> OfRunAsync(IWarehouse warehouse, long? run, CancellationToken cancellationToken) => ReadAsync(
        warehouse,
        run is { } id ? $"where run_id = {id}" : "where coalesce(run_id, -load_id) = (select coalesce(run_id, -load_id) from starlift.rejects order by load_id desc limit 1)",
        cancellationToken);

    /// <summary>How many rejects were counted, of all loads or those of one run, that can't be shown because somebody has dropped their table.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="run">Null for all runs and scripts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<long> LostAsync(IWarehouse warehouse, long? run, CancellationToken cancellationToken)
    {
        var found = await FoundHistory.ReadAsync(warehouse, cancellationToken);
        var lost = !found.Has(StarliftTables.Rejects) ? "rejects" : "rejects_lost";
        return found.Has(StarliftTables.Loads, lost)
            ? await warehouse.CountAsync($"select coalesce(sum({lost}), 0) from starlift.loads {(run is { } id ? $"where run_id = {id}" : "")}", cancellationToken)
            : 0;
    }

    static async Task<QueryResult> ReadAsync(IWarehouse warehouse, string where, CancellationToken cancellationToken) =>
        await warehouse.ColumnsOfAsync(StarliftTables.Rejects, cancellationToken) is null
            ? new QueryResult(Columns.Split(", "), [])
            : await warehouse.QueryAsync(
                $"select {Columns} from starlift.rejects {where} order by load_id desc, object, first_line", cancellationToken);
}
