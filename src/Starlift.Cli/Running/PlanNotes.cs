using Starlift.Cli.Terminals;
using Starlift.History;
using Starlift.Planning;
using Starlift.Tables;

namespace Starlift.Cli.Running;

/// <summary>What a plan says besides its counts: sentences about tables and what is lost.</summary>
static class PlanNotes
{
    const int MostExamples = 3;

    public static IEnumerable<string> Of(RunPlan plan) =>
        plan.Tables.Select(Stated).OfType<string>().Concat(plan.Lacking.Select(Lacking)).Concat(Told(plan));

    /// <summary>Of these what a run tells too.</summary>
    public static IEnumerable<string> Told(RunPlan plan) => Undone(plan).Concat(Reloaded(plan)).Concat(Rebuilt(plan)).Concat(Outdated(plan)).Concat(Differences(plan)).Concat(Dropped(plan)).Concat(plan.Warnings.Select(Warned));

    /// <summary>What is taken out because the run was told to; none as a rule.</summary>
    public static IEnumerable<string> Undone(RunPlan plan)
    {
        if (plan.Choice.Undone.Count > 0)
        {
            yield return $"takes out what {Quantity.Count(plan.Choice.Undone.Count, "object", "objects")} brought: {Examples(plan.Choice.Undone)}; what of them is there is new to the next run";
        }
    }

    static IEnumerable<string> Reloaded(RunPlan plan)
    {
        if (plan.Choice.Reloaded.Count > 0)
        {
            yield return $"reads {Quantity.Count(plan.Choice.Reloaded.Count, "object", "objects")} again: {Examples(plan.Choice.Reloaded)}";
        }
    }

    static string Examples(IReadOnlyCollection<LedgerEntry> entries) =>
        string.Join(", ", entries.Select(entry => entry.Uri).Order(StringComparer.Ordinal).Take(MostExamples)) + (entries.Count > MostExamples ? ", …" : "");

    /// <summary>What was changed since it built what is published, and the commands that build it anew.</summary>
    public static IEnumerable<string> Outdated(RunPlan plan)
    {
        foreach (var table in plan.Outdated.Where(table => table.HasOtherModel))
        {
            yield return $"model {table.Model} was changed since it built table {table.Table}: starlift run --rebuild {table.Model} builds it anew, with what reads it";
        }

        foreach (var load in plan.Outdated.SelectMany(table => table.OtherLoads.Select(load => (Load: load, table.Table, table.Model))).GroupBy(load => load.Load))
        {
            yield return $"load {load.Key} was changed since it fed {string.Join(", ", load.Select(table => table.Table))}: "
                + $"starlift run {string.Join(' ', load.Select(table => $"--rebuild {table.Model}"))} reads its objects again";
        }

        foreach (var check in plan.Outdated.SelectMany(table => table.OtherChecks).DistinctBy(check => check.Name))
        {
            yield return $"check {check.Name} {(check.IsNew ? "is new and was not held" : "was changed since it was held")} against what is published: starlift check does";
        }
    }

    static string? Stated(PlannedTable table) => table.State switch
    {
        TableState.Missing => $"table {table.Table} is to be made",
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

    static IEnumerable<string> Rebuilt(RunPlan plan)
    {
        if (plan.Scoped is { } scoped)
        {
            yield return $"rows are replaced as '-- replaces:' says: {string.Join(", ", scoped.Models.Select(model => $"{model.Table} by {string.Join(", ", model.Replaces!.Columns)}"))}; "
                + "objects that hold the same keys are read again for it, and no others";
        }

        if (plan.FullRefresh || plan.Rebuild.Tables.Count == 0)
        {
            yield break;
        }

        if (plan.Scoped is not null)
        {
            yield return $"built anew from the tables that they read: {string.Join(", ", plan.Rebuild.Tables)}";
            yield break;
        }

        var again = plan.Loads.Where(load => load.IsReloaded).SelectMany(load => load.Changed.Concat(load.Again)).ToList();
        yield return $"built anew from all their objects: {string.Join(", ", plan.Rebuild.Tables)}; that loads {Quantity.Count(again.Count, "object", "objects")} again, "
            + Quantity.Bytes(again.Sum(version => version.Size))
            + (plan.Unscoped is { } reason ? $"; '-- replaces:' can't be followed, because {reason}" : "");
    }

    static string Warned(ModelWarning warning) => $"{warning.Problem.What} ({warning.Problem.Place}); {warning.Problem.Hint}";

    /// <summary>How the star will differ from its objects, and what mends it.</summary>
    public static IEnumerable<string> Differences(RunPlan plan) =>
        StarDifferences.Of(plan).Select(difference => $"{difference.What}; {difference.Mends}");

    /// <summary>What is lost for good; none as a rule.</summary>
    public static IEnumerable<string> Dropped(RunPlan plan)
    {
        var lost = plan.Lost;
        if (lost.Count > 0)
        {
            yield return $"{(plan.FullRefresh ? "--full-refresh" : $"building {string.Join(", ", plan.Rebuild.Tables)} anew")} drops what {Quantity.Count(lost.Count, "object", "objects")} brought that {(lost.Count == 1 ? "is" : "are")} no longer there: "
                + Examples(lost);
        }
    }
}
