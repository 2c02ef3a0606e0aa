using System.Globalization;
using Starlift.Cli.Terminals;
using Starlift.History;

namespace Starlift.Cli.Running;

/// <summary>All that a target remembers of one run.</summary>
static class RunDetails
{
    public static void Write(Terminal terminal, RunDetail detail, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(RunJson.Of(detail));
            return;
        }

        var run = detail.Run;
        var took = run.FinishedAt is { } finished ? $" after {Quantity.Duration(finished - run.StartedAt)}" : "";
        terminal.Out.WriteLine($"run {run.RunId}: {RunList.Shown(run.Outcome)}{took}");
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"started  {run.StartedAt:yyyy-MM-dd HH:mm:ss} UTC by {run.StartedBy ?? "somebody"}"));
        terminal.Out.WriteLine($"target   {run.Target}{(run.Project is null ? "" : $", project {run.Project}")}, by Starlift {run.Version}");
        terminal.Out.WriteLine(
            $"loaded   {Quantity.Count(run.Objects, "object", "objects")}, {Quantity.Bytes(run.Bytes)}, {Quantity.Count(run.Rows, "row", "rows")}, "
                + Quantity.Count(run.Rejects, "reject", "rejects"));
        if (detail.Steps.Count > 0)
        {
            SummaryTable.Write(terminal, ["step", "name", "read", "inserted", "updated", "rejects", "duration"], [.. detail.Steps.Select(Cells)]);
        }

        foreach (var told in detail.Told)
        {
            terminal.Out.WriteLine($"warning  {told.Load}: {told.Told}");
        }

        if (detail.Checks.Count > 0)
        {
            CheckList.WriteTable(terminal, detail.Checks);
            CheckList.WriteBroken(terminal, detail.Checks);
        }

        if (run.Error is { } error)
        {
            foreach (var (index, line) in error.Split('\n').Index())
            {
                terminal.Out.WriteLine($"{(index == 0 ? "error" : ""),-8} {line}");
            }
        }
    }

    static IReadOnlyList<string> Cells(StepRecord step) =>
    [
        step.Kind.ToString().ToLowerInvariant(), step.Name, Quantity.Count(step.RowsRead), Quantity.Count(step.RowsInserted),
        Quantity.Count(step.RowsUpdated), Quantity.Count(step.Rejects), Quantity.Duration(step.Duration),
    ];
}
