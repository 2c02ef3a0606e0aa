using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// Makes what a target lacks of Starlift's own tables, be it new, of an earlier version, or that somebody has dropped some of them by hand:
/// then what the others say of those is settled first, so that an empty table is never taken for one that knows everything.
/// </summary>
static class HistoryMending
{
    const int MostTries = 5;

    static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    /// <summary>To be asked by whoever is going to write to the tables. May be called by several sessions at the same time; in no transaction.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="project">Whose run it is: it is refused while a backup can still be brought back. Null for others.</param>
    /// <param name="cancellationToken">Ends the mending; what is missing then is made by the next one.</param>
    /// <exception cref="ConfigurationException">The ledger was dropped, and there are star tables of the project that it spoke of.</exception>
    public static async Task MendAsync(IWarehouse warehouse, string? project, CancellationToken cancellationToken)
    {
        var found = await FoundHistory.ReadAsync(warehouse, cancellationToken);
        for (var tries = 1; !found.IsWhole; tries++)
        {
            if (project is not null && !found.Has(StarliftTables.Ledger))
            {
                await LostLedger.ThrowIfOfAsync(warehouse, found.Tables, project, cancellationToken);
            }

            try
            {
                await SettleAsync(warehouse, found, cancellationToken);
                await MakeAsync(warehouse, cancellationToken);
                return;
            }
            catch (StarliftException)
            {
                // Two that make the same table get in each other's way: whoever comes second goes on from there.
                // Schemas and views are not counted, so a try that finds no more tables than the one before proves nothing yet.
                var now = await FoundHistory.ReadAsync(warehouse, cancellationToken);
                if (now.Parts == found.Parts && tries >= MostTries)
                {
                    throw;
                }

                tries = now.Parts == found.Parts ? tries : 0;
                found = now;
                await Task.Delay(BetweenTries, cancellationToken);
            }
        }
    }

    // Before the tables are made: whoever dies in between leaves something that is settled again.
    static async Task SettleAsync(IWarehouse warehouse, FoundHistory found, CancellationToken cancellationToken)
    {
        foreach (var (table, column, type) in found.LackedColumns)
        {
            await warehouse.ExecuteAsync($"alter table {table} add column {column} {type}", cancellationToken);
        }

        if (found.Has(StarliftTables.Tables) && !found.Has(StarliftTables.Ledger))
        {
            await warehouse.ExecuteAsync(LostLedger.Remember, cancellationToken);
        }

        if (found.Has(StarliftTables.Loads) && !found.Has(StarliftTables.Rejects))
        {
            await warehouse.ExecuteAsync($"update {StarliftTables.Loads} set rejects_lost = rejects where rejects > 0", cancellationToken);
        }

        if (!found.Has(StarliftTables.Runs))
        {
            await ForgetRunsAsync(warehouse, found, cancellationToken);
        }
    }

    /// <summary>The numbers of runs are given anew, and what has one would be taken for another run's.</summary>
    static async Task ForgetRunsAsync(IWarehouse warehouse, FoundHistory found, CancellationToken cancellationToken)
    {
        foreach (var table in new[] { StarliftTables.Steps, StarliftTables.Checks }.Where(found.Has))
        {
            await warehouse.ExecuteAsync($"delete from {table}", cancellationToken);
        }

        foreach (var table in new[] { StarliftTables.Loads, StarliftTables.Rejects }.Where(found.Has))
        {
            await warehouse.ExecuteAsync($"update {table} set run_id = null where run_id is not null", cancellationToken);
        }
    }

    // All or nothing, and a target commits once.
    static Task MakeAsync(IWarehouse warehouse, CancellationToken cancellationToken) => warehouse.TransactAsync(
        async () =>
        {
            await warehouse.ExecuteAsync(StarliftTables.Definitions, cancellationToken);
            if (!warehouse.Capabilities.SystemViews)
            {
                await warehouse.ExecuteAsync(SystemViews.Definitions, cancellationToken);
            }
        },
        cancellationToken);
}
