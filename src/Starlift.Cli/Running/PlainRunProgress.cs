using Starlift.Checks;
using Starlift.Cli.Terminals;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.Cli.Running;

/// <summary>Tells on stderr, in plain lines, how a run gets on: for logs and pipes.</summary>
sealed class PlainRunProgress(TextWriter error) : IRunObserver
{
    public void Listing(Load load, long objects)
    {
    }

    public void Planned(RunPlan plan)
    {
        foreach (var load in plan.Loads)
        {
            error.WriteLine(
                $"plan    {load.Load.Name}: {Quantity.Count(load.New.Count)} new, {Quantity.Count(load.Changed.Count)} changed, "
                    + (load.Again.Count == 0 ? "" : $"{Quantity.Count(load.Again.Count)} again, ")
                    + $"{Quantity.Count(load.Unchanged.Count)} unchanged, {Quantity.Count(load.Vanished.Count)} vanished");
        }

        foreach (var note in PlanNotes.Of(plan))
        {
            error.WriteLine($"plan    {note}");
        }
    }

    public void LoadStarted(LoadPlan plan, CopyProgress progress)
    {
    }

    public void LoadFinished(LoadReport report)
    {
        error.WriteLine(
            $"load    {report.Name}: {Quantity.Count(report.Rows, "row", "rows")} of {Quantity.Count(report.Objects, "object", "objects")}, "
                + $"{Quantity.Bytes(report.Bytes)} in {Quantity.Duration(report.Duration)} ({Quantity.BytesPerSecond(report.Bytes, report.Duration)})");
        foreach (var message in report.Messages)
        {
            error.WriteLine($"        {message}");
        }

        if (report.Told is { } told)
        {
            error.WriteLine($"warning {report.Name}: {told}");
        }
    }

    public void ModelStarted(Model model)
    {
    }

    public void ModelFinished(StarReport report) => error.WriteLine(
        $"model   {report.Table}: {Quantity.Count(report.Inserted)} inserted, {Quantity.Count(report.Updated)} updated, "
            + $"{Quantity.Count(report.Unchanged)} unchanged in {Quantity.Duration(report.Duration)}");

    public void CheckStarted(Check check)
    {
    }

    public void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration) =>
        error.WriteLine($"check   {CheckCounts.Of(checks)} in {Quantity.Duration(duration)}");
}
