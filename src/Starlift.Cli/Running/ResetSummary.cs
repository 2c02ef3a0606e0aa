using Starlift.Cli.Terminals;
using Starlift.Tables;

namespace Starlift.Cli.Running;

/// <summary>What a reset did, on stdout.</summary>
static class ResetSummary
{
    public static void Write(Terminal terminal, ResetReport report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(RunJson.Of(report));
            return;
        }

        foreach (var dropped in report.Dropped)
        {
            terminal.Out.WriteLine($"dropped {dropped.Table}: {Quantity.Count(dropped.Rows, "row", "rows")}");
        }

        terminal.Out.WriteLine($"made {string.Join(", ", report.Tables)}");
        terminal.Out.WriteLine(report.ObjectsForgotten == 0
            ? "nothing had been loaded; the next run loads everything"
            : $"forgot {Quantity.Count(report.ObjectsForgotten, "loaded object", "loaded objects")}; the next run loads everything");
    }
}
