using Starlift.Errors;
using Starlift.History;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Stars;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Empties the star and forgets what was loaded, in the run's own transaction: with DELETE, because TRUNCATE commits on Redshift.</summary>
static class FullRefresh
{
    const int MostExamples = 3;

    public static async Task ForgetAsync(Project project, IWarehouse warehouse, TargetTables target, CancellationToken cancellationToken)
    {
        foreach (var table in TableOrder.Of(project.StarTables).Reverse())
        {
            await warehouse.ExecuteAsync($"delete from {StarMerge.Quote(table.Name)}", cancellationToken);
        }

        await Ledger.ForgetAsync(warehouse, LedgerKey.Of(project, target), cancellationToken);
    }

    /// <summary>What vanished objects brought can't be loaded again, and a full refresh that was not told so drops nothing of it.</summary>
    /// <exception cref="ConfigurationException">There are such objects.</exception>
    public static void ThrowIfLosing(RunPlan plan)
    {
        var vanished = plan.Loads.SelectMany(load => load.Vanished).ToList();
        if (plan.FullRefresh && vanished.Count > 0)
        {
            var examples = string.Join(", ", vanished.Take(MostExamples).Select(entry => entry.Uri));
            throw new ConfigurationException(
                $"--full-refresh would drop what {(vanished.Count == 1 ? "one object" : $"{vanished.Count} objects")} brought that "
                    + $"{(vanished.Count == 1 ? "is" : "are")} no longer there: {examples}{(vanished.Count > MostExamples ? ", …" : "")}",
                hint: "put them back, leave --full-refresh out, or add --drop-vanished to lose what they brought");
        }
    }
}
