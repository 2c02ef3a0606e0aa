using Starlift.Checks;
using Starlift.Cli.Terminals;
using Starlift.Planning;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.Cli.Running;

/// <summary>What a run did, at its end on stdout.</summary>
static class RunSummary
{
    /// <summary>What stays of it, whatever happens after it.</summary>
    public static string Achieved(RunReport report) => report.NothingNew ? $"run {report.RunId} found nothing new" : $"run {report.RunId} was published";

    public static void Write(Terminal terminal, RunReport report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(RunJson.Of(report));
            return;
        }

        var duration = Quantity.Duration(report.Duration);
        if (report.NothingNew)
        {
            foreach (var note in PlanNotes.Outdated(report.Plan))
            {
                terminal.Out.WriteLine(note);
            }

            var known = Quantity.Count(report.Plan.Loads.Sum(load => load.Unchanged.Count), "object was", "objects were");
            foreach (var difference in PlanNotes.Differences(report.Plan))
            {
                terminal.Out.WriteLine(difference);
            }

            terminal.Out.WriteLine($"run {report.RunId}: nothing new, nothing changed: {known} loaded before, the star is as it was ({duration})");
            return;
        }

        SummaryTable.Write(
            terminal,
            ["staging table", "objects", "bytes", "rows", "rejects"],
            [.. report.Plan.Loads.Select(load => Row(load, report.Loads.FirstOrDefault(loaded => loaded.Name == load.Load.Name)))]);
        SummaryTable.Write(terminal, ["star table", "inserted", "updated", "unchanged", "rows"], [.. report.Stars.Select(Row)]);
        foreach (var line in Lines(report).Concat(PlanNotes.Told(report.Plan)))
        {
            terminal.Out.WriteLine(line);
        }

        CheckList.WriteBroken(terminal, report.Checks);
        var isSame = report.Stars.All(star => star.Inserted + star.Updated == 0);
        terminal.Out.WriteLine($"run {report.RunId}: done in {duration}{(isSame ? "; what was loaded says nothing new, the star is as it was" : "")}");
    }

    static IEnumerable<string> Lines(RunReport report)
    {
        var objects = report.Loads.Sum(load => load.Objects);
        var bytes = report.Loads.Sum(load => load.Bytes);
        var records = report.Loads.Sum(load => load.Rows + load.Rejects);
        var rejects = report.Loads.Sum(load => load.Rejects);
        var loading = report.Loads.Aggregate(TimeSpan.Zero, (sum, load) => sum + load.Duration);
        yield return $"loaded   {Quantity.Count(records, "record", "records")} of {Quantity.Count(objects, "object", "objects")}, {Quantity.Bytes(bytes)}, in "
            + $"{Quantity.Duration(loading)}: {Quantity.CountPerSecond(records, loading, "records")}, {Quantity.BytesPerSecond(bytes, loading)}";
        if (rejects > 0)
        {
            yield return $"rejects  {Quantity.Count(rejects, "record", "records")} could not be loaded: starlift rejects shows why";
        }

        foreach (var load in report.Loads.Where(load => load.Told is not null))
        {
            yield return $"warning  {load.Name}: {load.Told}";
        }

        if (report.Checks.Count > 0)
        {
            yield return $"checks   {Quantity.Count(report.Checks.Count(check => check.Outcome == CheckOutcome.Passed))} passed{Warned(report)}";
        }
    }

    static string Warned(RunReport report)
    {
        var warned = report.Checks.Where(check => check.Outcome == CheckOutcome.Warned).ToList();
        return warned.Count == 0 ? "" : $", {Quantity.Count(warned.Count)} warned: {string.Join(", ", warned.Select(check => check.Name))}";
    }

    /// <param name="plan">Of the load.</param>
    /// <param name="report">Null where there was nothing to load.</param>
    static IReadOnlyList<string> Row(LoadPlan plan, LoadReport? report) =>
    [
        plan.Load.Copy.Table.ToString(), Quantity.Count(report?.Objects ?? 0), Quantity.Bytes(report?.Bytes ?? 0), Quantity.Count(report?.Rows ?? 0),
        Quantity.Count(report?.Rejects ?? 0),
    ];

    static IReadOnlyList<string> Row(StarReport star) =>
    [
        star.Table.ToString(), Quantity.Count(star.Inserted), Quantity.Count(star.Updated), Quantity.Count(star.Unchanged), Quantity.Count(star.Rows),
    ];
}
