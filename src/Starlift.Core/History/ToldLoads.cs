using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>What runs have told of their loads.</summary>
static class ToldLoads
{
    /// <summary>In their order; none where an earlier version made the table of loads.</summary>
    public static async Task<IReadOnlyList<ToldLoad>> ReadAsync(IWarehouse warehouse, long runId, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(StarliftTables.Loads, cancellationToken) is not { } columns || !columns.Contains("told"))
        {
            return [];
        }

        var found = await warehouse.QueryAsync(
            $"select load_name, told from {StarliftTables.Loads} where run_id = {runId} and told is not null order by load_id", cancellationToken);
        return [.. found.Rows.Select(row => new ToldLoad((string)row[0]!, (string)row[1]!))];
    }
}
