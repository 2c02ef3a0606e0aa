using System.Text.Json.Nodes;
using Starlift.Checks;
using Starlift.Cli.Terminals;
using Starlift.Copying;
using Starlift.History;
using Starlift.Lineage;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Runs;
using Starlift.Stars;
using Starlift.Tables;

namespace Starlift.Cli.Running;

/// <summary>Runs, plans and resets as JSON. Durations are seconds, sizes bytes.</summary>
static class RunJson
{
    public static string Of(RunReport report) => Json.TextOf(new JsonObject
    {
        ["run_id"] = report.RunId,
        ["outcome"] = report.NothingNew ? "nothing" : "done",
        ["seconds"] = report.Duration.TotalSeconds,
        ["plan"] = Shown(report.Plan),
        ["loads"] = Json.ListOf(report.Loads, Shown),
        ["stars"] = Json.ListOf(report.Stars, Shown),
        ["checks"] = Json.ListOf(report.Checks, Shown),
        ["steps"] = Json.ListOf(report.Steps, Shown),
    });

    public static string Of(RunDetail detail) => Json.TextOf(new JsonObject
    {
        ["run_id"] = detail.Run.RunId,
        ["started_at"] = detail.Run.StartedAt,
        ["finished_at"] = detail.Run.FinishedAt,
        ["seconds"] = (detail.Run.FinishedAt - detail.Run.StartedAt)?.TotalSeconds,
        ["started_by"] = detail.Run.StartedBy,
        ["version"] = detail.Run.Version,
        ["target"] = detail.Run.Target,
        ["project"] = detail.Run.Project,
        ["outcome"] = RunHistory.NameOf(detail.Run.Outcome),
        ["objects"] = detail.Run.Objects,
        ["bytes"] = detail.Run.Bytes,
        ["rows"] = detail.Run.Rows,
        ["rejects"] = detail.Run.Rejects,
        ["error"] = detail.Run.Error,
        ["steps"] = Json.ListOf(detail.Steps, Shown),
        ["checks"] = Json.ListOf(detail.Checks, Shown),
        ["told"] = Json.ListOf(detail.Told, told => new JsonObject { ["load"] = told.Load, ["told"] = told.Told }),
    });

    public static string Of(ResetReport report) => Json.TextOf(new JsonObject
    {
        ["dropped"] = Json.ListOf(report.Dropped, dropped => new JsonObject { ["table"] = dropped.Table.ToString(), ["rows"] = dropped.Rows }),
        ["tables"] = Json.ListOf(report.Tables.Select(table => table.ToString())),
        ["objects_forgotten"] = report.ObjectsForgotten,
    });

    public static string Of(RunPlan plan)
    {
        var shown = Shown(plan);
        shown["lineage"] = Json.ListOf(plan.Models, model => LineageJson.Of(ModelLineage.Of(model)));
        return Json.TextOf(shown);
    }

    static JsonObject Shown(LoadReport load) => new()
    {
        ["name"] = load.Name,
        ["table"] = load.Table.ToString(),
        ["objects"] = load.Objects,
        ["bytes"] = load.Bytes,
        ["rows"] = load.Rows,
        ["rejects"] = load.Rejects,
        ["seconds"] = load.Duration.TotalSeconds,
        ["messages"] = Json.ListOf(load.Messages),
        ["told"] = load.Told,
        ["findings"] = load.Findings is { } findings ? Shown(findings) : null,
    };

    static JsonObject Shown(CopyFindings findings) => new()
    {
        ["unknown_keys"] = Json.ListOf(findings.UnknownKeys, key => new JsonObject { ["key"] = key.Name, ["records"] = key.Records }),
        ["records_with_other_keys"] = findings.RecordsWithOtherKeys,
        ["empty_rows"] = findings.EmptyRows,
        ["null_columns"] = Json.ListOf(findings.NullColumns),
        ["lost_digits"] = Json.ListOf(findings.LostDigits, lost => new JsonObject { ["column"] = lost.Column, ["values"] = lost.Values }),
    };

    static JsonObject Shown(StarReport star) => new()
    {
        ["table"] = star.Table.ToString(),
        ["inserted"] = star.Inserted,
        ["updated"] = star.Updated,
        ["unchanged"] = star.Unchanged,
        ["rows"] = star.Rows,
        ["seconds"] = star.Duration.TotalSeconds,
    };

    static JsonObject Shown(StepRecord step) => new()
    {
        ["step"] = step.Kind.ToString().ToLowerInvariant(),
        ["name"] = step.Name,
        ["rows_read"] = step.RowsRead,
        ["rows_inserted"] = step.RowsInserted,
        ["rows_updated"] = step.RowsUpdated,
        ["rejects"] = step.Rejects,
        ["started_at"] = step.StartedAt,
        ["seconds"] = step.Duration.TotalSeconds,
    };

    static JsonObject Shown(CheckResult check) => new()
    {
        ["name"] = check.Name,
        ["kind"] = CheckHistory.NameOf(check.Kind),
        ["table"] = check.Table,
        ["severity"] = check.Severity.ToString().ToLowerInvariant(),
        ["outcome"] = check.Outcome.ToString().ToLowerInvariant(),
        ["violations"] = check.Violations,
        ["threshold"] = check.Threshold,
        ["description"] = check.Description,
        ["examples"] = Json.ListOf(check.Examples.Length == 0 ? [] : check.Examples.Split('\n')),
    };

    static JsonObject Shown(RunPlan plan) => new()
    {
        ["loads"] = Json.ListOf(plan.Loads, Shown),
        ["models"] = Json.ListOf(plan.Models.Select(model => model.Name)),
        ["rebuild"] = Json.ListOf(plan.Rebuild.Tables.Select(table => table.ToString())),
        ["replaces"] = Json.ListOf(plan.Scoped?.Tables.Select(table => table.ToString()) ?? []),
        ["outdated"] = Json.ListOf(plan.Outdated, table => new JsonObject
        {
            ["table"] = table.Table.ToString(),
            ["model"] = table.HasOtherModel,
            ["loads"] = Json.ListOf(table.OtherLoads),
            ["checks"] = Json.ListOf(table.OtherChecks.Select(check => check.Name)),
        }),
        ["notes"] = Json.ListOf(PlanNotes.Of(plan)),
    };

    static JsonObject Shown(LoadPlan load) => new()
    {
        ["name"] = load.Load.Name,
        ["table"] = load.Load.Copy.Table.ToString(),
        ["from"] = load.Load.Copy.From,
        ["new"] = Counted(load.New),
        ["changed"] = Counted(load.Changed),
        ["again"] = Counted(load.Again),
        ["unchanged"] = Counted(load.Unchanged),
        ["left"] = Counted(load.Left),
        ["vanished"] = Counted(load.Vanished.Count, load.Vanished.Sum(entry => entry.Size)),
    };

    static JsonObject Counted(IReadOnlyList<ObjectVersion> versions) => Counted(versions.Count, versions.Sum(version => version.Size));

    static JsonObject Counted(int objects, long bytes) => new() { ["objects"] = objects, ["bytes"] = bytes };
}
