using Starlift.Planning;
using Starlift.Tables;

namespace Starlift.Cli.Rendering;

/// <summary>What a plan says besides its counts: sentences about tables and what is lost.</summary>
static class PlanNotes
{
    const int MostExamples = 3;

    public static IEnumerable<string> Of(RunPlan plan) =>
        plan.Tables.Select(Taken).OfType<string>().Concat(plan.Lacking.Select(Lacking)).Concat(Dropped(plan));

    static string? Taken(PlannedTable table) => table.State switch
    {
        TableState.TakenEmpty => $"table {table.Table} was there without rows and is taken as the project's own",
        TableState.TakenFromEarlierVersion => $"table {table.Table} was filled by an earlier version and is taken as the project's own",
        TableState.TakenAsTold => $"table {table.Table} is taken as the project's own, as --adopt says",
        _ => null,
    };

    static string Lacking(MissingHistory history)
    {
        var objects = Quantity.Count(history.Objects + history.Vanished, "object", "objects");
        var vanished = history.Vanished == 0 ? "" : $"; {Quantity.Count(history.Vanished)} of them {(history.Vanished == 1 ? "is" : "are")} no longer there, and it goes without";
        return $"table {history.Table} lacks {objects} that {history.Load} has loaded before"
            + $"{(history.Objects == 0 ? "" : ", to be loaded again")}{vanished}";
    }

    static IEnumerable<string> Dropped(RunPlan plan)
    {
        var vanished = plan.Loads.SelectMany(load => load.Vanished).ToList();
        if (plan.FullRefresh && vanished.Count > 0)
        {
            yield return $"--full-refresh drops what {Quantity.Count(vanished.Count, "object", "objects")} brought that {(vanished.Count == 1 ? "is" : "are")} no longer there: "
                + string.Join(", ", vanished.Take(MostExamples).Select(entry => entry.Uri)) + (vanished.Count > MostExamples ? ", …" : "");
        }
    }
}
