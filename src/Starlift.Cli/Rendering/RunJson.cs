using System.Text.Json;
using Starlift.Runs;

namespace Starlift.Cli.Rendering;

/// <summary>Runs, plans and resets as JSON. Durations are seconds, sizes bytes.</summary>
static class RunJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(RunReport report) => JsonSerializer.Serialize(
        new
        {
            report.RunId,
            Outcome = report.NothingNew ? "nothing" : "done",
            Seconds = report.Duration.TotalSeconds,
            Plan = Shown(report.Plan),
            Loads = report.Loads.Select(load => new
            {
                load.Name,
                Table = load.Table.ToString(),
                load.Objects,
                load.Bytes,
                load.Rows,
                load.Rejects,
                Seconds = load.Duration.TotalSeconds,
                load.Messages,
            }),
            Stars = report.Stars.Select(star => new
            {
                Table = star.Table.ToString(),
                star.Inserted,
                star.Updated,
                star.Unchanged,
                star.Rows,
                Seconds = star.Duration.TotalSeconds,
            }),
            Checks = report.Checks.Select(Shown),
            Steps = report.Steps.Select(Shown),
        },
        Options);

    public static string Of(RunDetail detail) => JsonSerializer.Serialize(
        new
        {
            detail.Run.RunId,
            detail.Run.StartedAt,
            detail.Run.FinishedAt,
            Seconds = (detail.Run.FinishedAt - detail.Run.StartedAt)?.TotalSeconds,
            detail.Run.StartedBy,
            detail.Run.Version,
            detail.Run.Target,
            Outcome = RunHistory.NameOf(detail.Run.Outcome),
            detail.Run.Objects,
            detail.Run.Bytes,
            detail.Run.Rows,
            detail.Run.Rejects,
            detail.Run.Error,
            Steps = detail.Steps.Select(Shown),
            Checks = detail.Checks.Select(Shown),
        },
        Options);

    public static string Of(ResetReport report) => JsonSerializer.Serialize(
        new
        {
            Dropped = report.Dropped.Select(dropped => new { Table = dropped.Table.ToString(), dropped.Rows }),
            Tables = report.Tables.Select(table => table.ToString()),
            report.ObjectsForgotten,
        },
        Options);

    public static string Of(RunPlan plan) => JsonSerializer.Serialize(Shown(plan), Options);

    static object Shown(StepRecord step) => new
    {
        Step = step.Kind.ToString().ToLowerInvariant(),
        step.Name,
        step.RowsRead,
        step.RowsInserted,
        step.RowsUpdated,
        step.Rejects,
        step.StartedAt,
        Seconds = step.Duration.TotalSeconds,
    };

    static object Shown(CheckResult check) => new
    {
        check.Name,
        Kind = CheckHistory.NameOf(check.Kind),
        check.Table,
        Severity = check.Severity.ToString().ToLowerInvariant(),
        Outcome = check.Outcome.ToString().ToLowerInvariant(),
        check.Violations,
        check.Threshold,
        check.Description,
        Examples = check.Examples.Length == 0 ? [] : check.Examples.Split('\n'),
    };

    static object Shown(RunPlan plan) => new
    {
        Loads = plan.Loads.Select(load => new
        {
            load.Load.Name,
            Table = load.Load.Copy.Table.ToString(),
            From = load.Load.Copy.From,
            New = new { Objects = load.New.Count, Bytes = load.New.Sum(version => version.Size) },
            Changed = new { Objects = load.Changed.Count, Bytes = load.Changed.Sum(version => version.Size) },
            Unchanged = new { Objects = load.Unchanged.Count, Bytes = load.Unchanged.Sum(version => version.Size) },
            Left = new { Objects = load.Left.Count, Bytes = load.Left.Sum(version => version.Size) },
            Vanished = new { Objects = load.Vanished.Count, Bytes = load.Vanished.Sum(entry => entry.Size) },
        }),
        Models = plan.Models.Select(model => model.Name),
    };
}
