using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Empties the star and forgets what was loaded, in the run's own transaction: with DELETE, because TRUNCATE commits on Redshift.</summary>
static class FullRefresh
{
    public static async Task ForgetAsync(Project project, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        foreach (var table in TableOrder.Of(project.StarTables).Reverse())
        {
            await warehouse.ExecuteAsync($"delete from {StarMerge.Quote(table.Name)}", cancellationToken);
        }

        await Ledger.ForgetAsync(warehouse, [.. project.Loads.Select(load => load.Name)], cancellationToken);
    }
}
