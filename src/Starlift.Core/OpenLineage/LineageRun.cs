using System.Text.Json.Nodes;
using Starlift.Checks;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.Lineage;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Runs;
using Starlift.Stars;

namespace Starlift.OpenLineage;

/// <summary>
/// Tells in OpenLineage's events how a run, its loads and its models begin and end. What loads and models have done counts only once it is
/// published: their ends are told then, and where it is rolled back they are aborted. For one run.
/// </summary>
public sealed class LineageRun : IRunObserver
{
    readonly LineageContext _context;
    readonly LineageEvents _events;
    readonly IRunObserver _observer;
    readonly Action<Func<JsonObject>> _send;
    readonly TimeProvider _time;
    readonly DateTime _began;
    readonly JobRun _run;
    readonly List<OpenJob> _jobs = [];
    bool _isTold;
    bool _isPublished;

    /// <param name="context">What all events have in common.</param>
    /// <param name="observer">Is told everything too.</param>
    /// <param name="send">Takes what makes an event, on whatever thread and whenever it likes. Must not throw and not take long.</param>
    /// <param name="time">Tells the time.</param>
    public LineageRun(LineageContext context, IRunObserver observer, Action<Func<JsonObject>> send, TimeProvider time)
    {
        (_context, _observer, _send, _time) = (context, observer, send, time);
        _events = new LineageEvents(context);
        _began = Now();
        _run = new JobRun(_events.RunJob, "RUN", RunIds.Of(_began, context.JobNamespace, _events.RunJob, context.Target.Namespace), context.Parent, context.Root);
    }

    /// <summary>The run is over. To be called once, whatever came of it.</summary>
    /// <param name="error">What it threw; null where it threw nothing.</param>
    public void End(Exception? error)
    {
        if (!_isTold && error is StarliftException { ExitCode: ExitCode.Locked })
        {
            return;
        }

        TellBeginning();
        var at = Now();
        var failed = error is null || _isPublished ? null : error is OperationCanceledException ? JobState.Interrupted : new JobState("FAIL", error.Message);
        foreach (var job in _jobs)
        {
            var isCause = job.EndedAt is null || error is RejectsException && job == _jobs[^1];
            var state = failed is null ? JobState.Complete : isCause || failed == JobState.Interrupted ? failed : JobState.RolledBack;
            var ended = failed is null ? job.EndedAt ?? at : at;
            _send(() => job.Ended(state, ended));
        }

        var end = failed ?? JobState.Complete;
        _send(() => _events.Event(_run, end.Word, at, end.Error, [], []));
    }

    public void Listing(Load load, long objects)
    {
        TellBeginning();
        _observer.Listing(load, objects);
    }

    public void Planned(RunPlan plan)
    {
        TellBeginning();
        _observer.Planned(plan);
    }

    public void LoadStarted(LoadPlan plan, CopyProgress progress)
    {
        var began = Now();
        Begin(new OpenJob(_events, RunOf(_events.JobOf(plan.Load), "LOAD", began), plan), began);
        _observer.LoadStarted(plan, progress);
    }

    public void LoadFinished(LoadReport report)
    {
        Done(report.Rows);
        _observer.LoadFinished(report);
    }

    public void ModelStarted(Model model)
    {
        var began = Now();
        Begin(new OpenJob(_events, RunOf(_events.JobOf(model), "MODEL", began), new Lazy<ModelLineage>(() => ModelLineage.Of(model))), began);
        _observer.ModelStarted(model);
    }

    public void ModelFinished(StarReport report)
    {
        Done(report.Inserted + report.Updated);
        _observer.ModelFinished(report);
    }

    public void CheckStarted(Check check) => _observer.CheckStarted(check);

    public void ChecksFinished(IReadOnlyList<CheckResult> checks, TimeSpan duration) => _observer.ChecksFinished(checks, duration);

    public void Published()
    {
        _isPublished = true;
        _observer.Published();
    }

    // a run that waits for another has not begun
    void TellBeginning()
    {
        if (!_isTold)
        {
            _isTold = true;
            _send(() => _events.Event(_run, "START", _began, error: null, [], []));
        }
    }

    void Begin(OpenJob job, DateTime began)
    {
        _jobs.Add(job);
        _send(() => job.Started(began));
    }

    // loads and models follow one another
    void Done(long rows) => (_jobs[^1].EndedAt, _jobs[^1].Rows) = (Now(), rows);

    JobRun RunOf(string job, string type, DateTime began)
    {
        var parent = new ParentRun(_context.JobNamespace, _run.Job, _run.Id);
        return new JobRun(job, type, RunIds.Of(began, _context.JobNamespace, job, _run.Id.ToString()), parent, _context.Root ?? _context.Parent ?? parent);
    }

    DateTime Now() => _time.GetUtcNow().UtcDateTime;
}
