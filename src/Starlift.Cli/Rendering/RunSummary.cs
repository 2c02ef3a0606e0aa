using Starlift.Cli.Settings;
using Starlift.Runs;

namespace Starlift.Cli.Rendering;

/// <summary>What a run did, at its end on stdout.</summary>
static class RunSummary
{
    public static void Write(Terminal terminal, RunReport report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Out.WriteLine(RunJson.Of(report));
            return;
        }

        if (report.NothingNew)
        {
            var unchanged = report.Plan.Loads.Sum(load => load.Unchanged.Count);
            terminal.Out.WriteLine(
                $"run {report.RunId}: nothing new, nothing changed ({Quantity.Count(unchanged, "object", "objects")} known) in {Quantity.Duration(report.Duration)}");
            return;
        }

        TextTable.Write(terminal, new ResultTable(
            ["staging table", "objects", "bytes", "rows", "rejects"],
            report.Loads.Select(load => (IReadOnlyList<object?>)[load.Table.ToString(), (long)load.Objects, load.Bytes, load.Rows, load.Rejects])));
        TextTable.Write(terminal, new ResultTable(
            ["star table", "inserted", "updated", "unchanged", "rows"],
            report.Stars.Select(star => (IReadOnlyList<object?>)[star.Table.ToString(), star.Inserted, star.Updated, star.Unchanged, star.Rows])));
        terminal.Out.WriteLine($"run {report.RunId}: done in {Quantity.Duration(report.Duration)}");
    }
}
