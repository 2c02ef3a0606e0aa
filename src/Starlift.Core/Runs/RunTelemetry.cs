using System.Diagnostics;
using System.Diagnostics.Metrics;
using Starlift.Checks;
using Starlift.History;

namespace Starlift.Runs;

/// <summary>
/// Traces and metrics of runs, for whoever listens: a span a run with one a step in it, and counts. Where nobody listens they cost
/// nothing. Names follow OpenTelemetry's conventions: durations in seconds.
/// </summary>
public static class RunTelemetry
{
    /// <summary>Of the source of spans and of the meter.</summary>
    public const string Name = "Starlift";

    static readonly ActivitySource Source = new(Name);
    static readonly Meter Meter = new(Name);
    static readonly Counter<long> Runs = Meter.CreateCounter<long>("starlift.runs", "{run}", "Runs, by outcome and target.");
    static readonly Histogram<double> RunDuration = Meter.CreateHistogram<double>("starlift.run.duration", "s", "How long runs took.");
    static readonly Histogram<double> StepDuration = Meter.CreateHistogram<double>("starlift.step.duration", "s", "How long steps of runs took.");
    static readonly Counter<long> Rows = Meter.CreateCounter<long>("starlift.rows", "{row}", "Rows put into staging and star tables, by step.");
    static readonly Counter<long> Rejects = Meter.CreateCounter<long>("starlift.rejects", "{record}", "Records that could not be loaded, by load.");
    static readonly Counter<long> Checks = Meter.CreateCounter<long>("starlift.checks", "{check}", "Checks, by outcome.");

    /// <summary>Begins a run's span, at the time at which the run began; null where nobody listens.</summary>
    internal static Activity? StartRun(RunRecord run) => Start("run", run.StartedAt)
        ?.SetTag("starlift.run_id", run.RunId)
        .SetTag("starlift.target", run.Target)
        .SetTag("starlift.version", run.Version)
        .SetTag("starlift.started_by", run.StartedBy);

    /// <summary>Begins a step's span, within the run's; null where nobody listens.</summary>
    internal static Activity? StartStep(StepKind kind, string name, DateTime startedAt) => Start(kind == StepKind.Commit ? name : $"{Lower(kind)} {name}", startedAt)
        ?.SetTag("starlift.step", Lower(kind));

    /// <summary>The span of a step that has ended already.</summary>
    internal static void AddStep(StepRecord step, bool isDone) =>
        End(StartStep(step.Kind, step.Name, step.StartedAt)?.SetEndTime(step.StartedAt + step.Duration), step, isDone);

    /// <summary>Ends the span and counts.</summary>
    internal static void End(Activity? span, RunRecord run, IEnumerable<CheckResult> checks)
    {
        var outcome = RunHistory.NameOf(run.Outcome);
        var tags = new TagList { { "starlift.outcome", outcome }, { "starlift.target", run.Target } };
        Runs.Add(1, tags);
        RunDuration.Record(((run.FinishedAt ?? run.StartedAt) - run.StartedAt).TotalSeconds, tags);
        foreach (var group in checks.GroupBy(check => check.Outcome))
        {
            Checks.Add(group.Count(), new KeyValuePair<string, object?>("starlift.outcome", Lower(group.Key)));
        }

        span?.SetTag("starlift.outcome", outcome).SetTag("starlift.rows", run.Rows).SetTag("starlift.rejects", run.Rejects);
        if (run.Error is { } error)
        {
            span?.SetStatus(ActivityStatusCode.Error, error);
        }

        span?.Dispose();
    }

    /// <summary>Ends the span and counts.</summary>
    internal static void End(Activity? span, StepRecord step, bool isDone)
    {
        var tags = new TagList { { "starlift.step", Lower(step.Kind) }, { "starlift.name", step.Name } };
        StepDuration.Record(step.Duration.TotalSeconds, tags);
        Rows.Add(step.RowsInserted + step.RowsUpdated, tags);
        if (step.Kind == StepKind.Load)
        {
            Rejects.Add(step.Rejects, tags);
        }

        span?.SetTag("starlift.rows_read", step.RowsRead)
            .SetTag("starlift.rows_inserted", step.RowsInserted)
            .SetTag("starlift.rows_updated", step.RowsUpdated)
            .SetTag("starlift.rejects", step.Rejects)
            .SetStatus(isDone ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
        span?.Dispose();
    }

    static Activity? Start(string name, DateTime startedAt) =>
        Source.StartActivity(name, ActivityKind.Internal, parentContext: default, startTime: startedAt);

    static string Lower<T>(T value)
        where T : Enum => value.ToString().ToLowerInvariant();
}
