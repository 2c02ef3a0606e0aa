using Starlift.Cli.Terminals;

namespace Starlift.Cli.Reporting;

/// <summary>Tells which report was written.</summary>
static class ReportSummary
{
    public static void Write(Terminal terminal, WrittenReport report, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(
                $"{{\"file\": {JsonTable.Quoted(report.Path)}, \"bytes\": {report.Bytes}, \"charts\": {report.Charts}, \"unanswered\": {report.Unanswered}}}");
            return;
        }

        var waiting = report.Unanswered == 0 ? "" : $", {report.Unanswered} of them waiting for a first run";
        terminal.Out.WriteLine($"report: {Quantity.Count(report.Charts, "chart", "charts")}{waiting}, {Quantity.Bytes(report.Bytes)}: {report.Path}");
    }
}
