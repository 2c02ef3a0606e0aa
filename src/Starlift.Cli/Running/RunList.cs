using System.Globalization;
using Starlift.Cli.Terminals;
using Starlift.History;

namespace Starlift.Cli.Running;

/// <summary>Runs that a target remembers, a line each.</summary>
static class RunList
{
    static readonly string[] Columns =
    [
        "run_id", "started_at", "finished_at", "seconds", "started_by", "version", "target", "outcome", "objects", "bytes", "rows", "rejects",
        "checks_passed", "checks_failed", "checks_warned", "error", "project",
    ];

    public static void Write(Terminal terminal, IReadOnlyList<RunOverview> runs, OutputFormat format)
    {
        if (format != OutputFormat.Text)
        {
            ResultWriter.Write(terminal, new ResultTable(Columns, runs.Select(Values)), format);
            return;
        }

        if (runs.Count == 0)
        {
            terminal.Out.WriteLine("no runs yet");
            return;
        }

        SummaryTable.Write(
            terminal, ["run", "started (UTC)", "by", "outcome", "objects", "rows", "rejects", "checks", "duration"], [.. runs.Select(Cells)]);
    }

    static IReadOnlyList<object?> Values(RunOverview overview)
    {
        var run = overview.Run;
        return
        [
            run.RunId, run.StartedAt, run.FinishedAt, (run.FinishedAt - run.StartedAt)?.TotalSeconds, run.StartedBy, run.Version, run.Target,
            RunHistory.NameOf(run.Outcome), run.Objects, run.Bytes, run.Rows, run.Rejects, overview.Passed, overview.Failed, overview.Warned, run.Error,
            run.Project,
        ];
    }

    static IReadOnlyList<string> Cells(RunOverview overview)
    {
        var run = overview.Run;
        return
        [
            Quantity.Count(run.RunId), run.StartedAt.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), run.StartedBy ?? "–",
            Shown(run.Outcome), Quantity.Count(run.Objects), Quantity.Count(run.Rows), Quantity.Count(run.Rejects), Checks(overview),
            run.FinishedAt is { } finished ? Quantity.Duration(finished - run.StartedAt) : "–",
        ];
    }

    /// <summary>The outcome in words.</summary>
    public static string Shown(RunOutcome outcome) => RunHistory.NameOf(outcome).Replace('_', ' ');

    static string Checks(RunOverview overview) => (overview.Failed, overview.Warned) switch
    {
        (0, 0) => overview.Passed == 0 ? "–" : $"{Quantity.Count(overview.Passed)} passed",
        (0, var warned) => $"{Quantity.Count(warned)} warned",
        (var failed, _) => $"{Quantity.Count(failed)} failed",
    };
}
