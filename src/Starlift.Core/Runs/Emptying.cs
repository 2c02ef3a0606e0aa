using Starlift.History;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Empties the star tables that are built anew and forgets what was loaded for them, in the run's own transaction: with DELETE, because
/// TRUNCATE commits on Redshift.
/// </summary>
static class Emptying
{
    public static async Task RunAsync(Project project, IWarehouse warehouse, TargetTables target, RunPlan plan, CancellationToken cancellationToken)
    {
        var tables = plan.Rebuild.Tables.ToHashSet();
        foreach (var table in TableOrder.Of(project.StarTables).Reverse().Where(table => tables.Contains(table.Name)))
        {
            await warehouse.ExecuteAsync($"delete from {table.Name.Quoted}", cancellationToken);
        }

        var loads = plan.Loads.Where(load => load.IsForgotten).Select(load => load.Load.Name).ToHashSet();
        var keys = LedgerKey.Of(project, target.Found);
        foreach (var load in plan.Loads.Where(load => load.Undone.Count + load.TakenOut.Count > 0 && !load.IsForgotten))
        {
            await Ledger.ForgetAsync(warehouse, keys.Single(key => key.Load == load.Load.Name), [.. load.Undone.Concat(load.TakenOut).Select(entry => (entry.Uri, (string?)null))], cancellationToken);
        }

        await Ledger.ForgetAsync(warehouse, [.. keys.Where(key => loads.Contains(key.Load))], cancellationToken);
    }
}
