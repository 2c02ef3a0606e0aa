using Starlift.Checks;
using Starlift.Cli.Terminals;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.Cli.Running;

/// <summary>Tells on stderr, as JSON objects, how a run gets on: for programs that read logs.</summary>
sealed class JsonRunProgress(JsonLogWriter log) : IRunObserver
{
    public void Listing(Load load, long objects)
    {
    }

    public void Planned(RunPlan plan)
    {
        foreach (var load in plan.Loads)
        {
            log.Log(
                "info", $"planned {load.Load.Name}", ("event", "planned"), ("load", load.Load.Name), ("new", load.New.Count), ("changed", load.Changed.Count), ("again", load.Again.Count),
                ("unchanged", load.Unchanged.Count), ("vanished", load.Vanished.Count));
        }

        foreach (var note in PlanNotes.Of(plan))
        {
            log.Log("info", note, ("event", "plan_note"));
        }
    }

    public void LoadStarted(LoadPlan plan, CopyProgress progress) =>
        log.Log("info", $"loading {plan.Load.Name}", ("event", "load_started"), ("load", plan.Load.Name), ("objects", plan.ToLoad.Count));

    public void LoadFinished(LoadReport report)
    {
        LogLoad(report);
        if (report.Told is { } told)
        {
            log.Log("warn", $"{report.Name}: {told}", ("event", "load_told"), ("load", report.Name));
        }
    }

    void LogLoad(LoadReport report) => log.Log(
        "info", string.Join(' ', report.Messages), ("event", "load_finished"), ("load", report.Name), ("table", report.Table.ToString()),
        ("objects", report.Objects), ("bytes", report.Bytes), ("rows", report.Rows), ("rejects", report.Rejects), ("seconds", report.Duration.TotalSeconds));

    public void ModelStarted(Model model) => log.Log("info", $"building {model.Name}", ("event", "model_started"), ("model", model.Name));

    public void ModelFinished(StarReport report) => log.Log(
        "info", $"built {report.Table}", ("event", "model_finished"), ("table", report.Table.ToString()), ("inserted", report.Inserted),
        ("updated", report.Updated), ("unchanged", report.Unchanged), ("rows", report.Rows), ("seconds", report.Duration.TotalSeconds));

    public void CheckStarted(Check check)
    {
    }

    public void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration)
    {
        foreach (var check in checks.Where(check => check.Outcome != CheckOutcome.Passed))
        {
            log.Log(
                check.Outcome == CheckOutcome.Failed ? "error" : "warn", check.Description, ("event", "check_broken"), ("check", check.Name),
                ("outcome", check.Outcome.ToString().ToLowerInvariant()), ("violations", check.Violations), ("threshold", check.Threshold),
                ("examples", Json.ListOf(check.Examples.Split('\n'))));
        }

        log.Log("info", CheckCounts.Of(checks), ("event", "checks_finished"), ("checks", checks.Count), ("seconds", duration.TotalSeconds));
    }
}
