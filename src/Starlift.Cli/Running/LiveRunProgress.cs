using Spectre.Console;
using Starlift.Checks;
using Starlift.Cli.Terminals;
using Starlift.Copying;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.Cli.Running;

/// <summary>Draws a run's progress on a terminal: a line a listing, a bar a load with bytes, files, rows and rate, a line a model.</summary>
sealed class LiveRunProgress : IRunObserver
{
    static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);
    readonly ProgressContext _context;
    readonly Lock _lock = new();
    ProgressTask? _listing;
    ProgressTask? _current;
    ProgressTask? _checks;
    (LoadPlan Plan, CopyProgress Progress, long Bytes)? _load;

    LiveRunProgress(ProgressContext context) => _context = context;

    /// <summary>Draws until <paramref name="run"/> is over, and leaves the last picture standing.</summary>
    public static Task<T> WatchAsync<T>(Terminal terminal, Func<IRunObserver, Task<T>> run) => ProgressBars.On(terminal)
        .StartAsync(async context =>
        {
            var live = new LiveRunProgress(context);
            await using var timer = new Timer(_ => live.Draw(), null, Refresh, Refresh);
            return await run(live);
        });

    public void Listing(Load load, long objects)
    {
        lock (_lock)
        {
            _listing ??= Add("listing").IsIndeterminate();
            _listing.Description = $"listing {load.Name}: {Quantity.Count(objects, "object", "objects")}";
        }
    }

    public void Planned(RunPlan plan)
    {
        lock (_lock)
        {
            var changes = plan.Loads.Sum(load => load.New.Count + load.Changed.Count);
            Finish(_listing, $"listed: {Quantity.Count(changes, "new or changed object", "new or changed objects")}");
            foreach (var note in PlanNotes.Of(plan))
            {
                Finish(Add(note), note);
            }
        }
    }

    public void LoadStarted(LoadPlan plan, CopyProgress progress)
    {
        lock (_lock)
        {
            var bytes = plan.ToLoad.Sum(version => version.Size);
            _current = Add($"load {plan.Load.Name}");
            _current.MaxValue = Math.Max(1, bytes);
            _load = (plan, progress, bytes);
        }
    }

    public void LoadFinished(LoadReport report)
    {
        lock (_lock)
        {
            _load = null;
            Finish(
                _current,
                $"load {report.Name}: {Quantity.Count(report.Rows, "row", "rows")} of {Quantity.Count(report.Objects, "object", "objects")}, "
                    + $"{Quantity.Bytes(report.Bytes)}, {Quantity.BytesPerSecond(report.Bytes, report.Duration)}");
        }
    }

    public void ModelStarted(Model model)
    {
        lock (_lock)
        {
            _current = Add($"model {model.Name}").IsIndeterminate();
        }
    }

    public void ModelFinished(StarReport report)
    {
        lock (_lock)
        {
            Finish(_current, $"model {report.Table}: {Quantity.Count(report.Inserted)} inserted, {Quantity.Count(report.Updated)} updated");
        }
    }

    public void CheckStarted(Check check)
    {
        lock (_lock)
        {
            _checks ??= Add("check").IsIndeterminate();
            _checks.Description = $"check {check.Name}";
        }
    }

    public void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration)
    {
        lock (_lock)
        {
            Finish(_checks ??= Add("check"), $"check: {CheckCounts.Of(checks)}");
        }
    }

    void Draw()
    {
        lock (_lock)
        {
            if (_load is not { } load || _current is null)
            {
                return;
            }

            var elapsed = _current.ElapsedTime ?? TimeSpan.Zero;
            _current.Value = load.Progress.Bytes;
            _current.Description =
                $"load {load.Plan.Load.Name}: {Quantity.Count(load.Progress.Objects)}/{Quantity.Count(load.Plan.ToLoad.Count)} objects, "
                    + $"{Quantity.Count(load.Progress.Rows)} rows, {Quantity.BytesPerSecond(load.Progress.Bytes, elapsed)}";
        }
    }

    ProgressTask Add(string description) => _context.AddTask(description);

    static void Finish(ProgressTask? task, string description)
    {
        if (task is not null)
        {
            task.Description = description;
            task.IsIndeterminate(false);
            task.Value = task.MaxValue;
            task.StopTask();
        }
    }
}
