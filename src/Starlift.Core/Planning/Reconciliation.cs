using Starlift.History;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Planning;

/// <summary>
/// Whether everything can be accounted for: each object listed is loaded in this version or waits to be, and each record read of an
/// object is a row or a reject, and ledger, history of loads and rejects say the same. And whether the star holds what its objects say.
/// </summary>
/// <param name="Loads">One a load, by name.</param>
/// <param name="Unexplained">Sentences about what does not add up between ledger, history and rejects; none as a rule.</param>
/// <param name="Lost">Sentences about what can't be looked at any more because its table was dropped; none as a rule.</param>
/// <param name="Differences">
/// Objects that the star no longer equals. Changes that wait for the next run are none, nor are vanished objects where the project says what becomes of them.
/// </param>
public sealed record Reconciliation(
    IReadOnlyList<LoadReconciliation> Loads, IReadOnlyList<string> Unexplained, IReadOnlyList<string> Lost, IReadOnlyList<StarDifference> Differences)
{
    /// <summary>Every object and every record is accounted for.</summary>
    public bool IsComplete => Unexplained.Count == 0 && Loads.All(load => load.Unexplained.Count == 0);

    /// <param name="plan">What a run would load.</param>
    /// <param name="project">Whose plan.</param>
    /// <param name="warehouse">Holds the ledger.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<Reconciliation> OfAsync(RunPlan plan, Project project, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var ledger = new LedgerSummary(project, warehouse);
        var loads = new List<LoadReconciliation>();
        foreach (var load in plan.Loads)
        {
            var entries = await ledger.ObjectsAsync(load.Load, cancellationToken);
            loads.Add(LoadReconciliation.Of(load, entries));
        }

        var (unexplained, lost) = await LoadAccounts.ReadAsync(warehouse, project, cancellationToken);
        return new Reconciliation(loads, unexplained, lost, DifferencesOf(plan, project));
    }

    // Only the next run decides what becomes of the changed objects that wait for it.
    static IReadOnlyList<StarDifference> DifferencesOf(RunPlan plan, Project project) =>
    [
        .. StarDifferences.Of(plan with { Loads = [.. plan.Loads.Select(load => load with { Changed = [], RebuildsAll = false })], Lost = [] })
            .Where(difference => difference.Kind != StarDifferenceKind.Vanished || !project.StatesVanished),
    ];
}
