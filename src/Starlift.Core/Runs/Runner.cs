using System.Diagnostics;
using Starlift.Checks;
using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Stars;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Runs a project on a warehouse: list, plan, then in one transaction load, transform, check and write the ledger. Analysts see the old
/// star until the commit, and only ever a star that passed its checks. Not thread-safe; one run at a time.
/// </summary>
public sealed class Runner
{
    readonly Project _project;
    readonly IWarehouse _warehouse;
    readonly IObjectStore _store;
    readonly IRunObserver _observer;
    readonly RunIdentity _identity;

    /// <param name="project">What to run.</param>
    /// <param name="warehouse">Where; stays open.</param>
    /// <param name="store">Lists the loads' objects; the warehouse reads them.</param>
    /// <param name="observer">Is told how it gets on.</param>
    /// <param name="identity">What the run's record says of who runs it.</param>
    public Runner(Project project, IWarehouse warehouse, IObjectStore store, IRunObserver observer, RunIdentity identity)
    {
        _project = project;
        _warehouse = warehouse;
        _store = store;
        _observer = observer;
        _identity = identity;
    }

    /// <summary>Lists, reads the ledger and plans. Writes nothing.</summary>
    public async Task<RunPlan> PlanAsync(RunOptions options, CancellationToken cancellationToken)
    {
        await using var listing = Begin(options, cancellationToken);
        return await PlanAsync(options, listing, cancellationToken);
    }

    /// <inheritdoc cref="PlanAsync(RunOptions, CancellationToken)"/>
    public async Task<RunPlan> PlanAsync(RunOptions options, RunListing listing, CancellationToken cancellationToken) =>
        (await PlanAsync(options, listing, new RunSteps(_identity.Time), cancellationToken)).Plan;

    /// <inheritdoc cref="RunAsync(RunOptions, RunListing, CancellationToken)"/>
    public async Task<RunReport> RunAsync(RunOptions options, CancellationToken cancellationToken)
    {
        await using var listing = Begin(options, cancellationToken);
        return await RunAsync(options, listing, cancellationToken);
    }

    /// <param name="options">What to look at.</param>
    /// <param name="listing">Begun with the same options, and not long ago: an object that has changed since then fails the run.</param>
    /// <param name="cancellationToken">Ends the run, of which nothing remains but its record.</param>
    /// <exception cref="StarliftException">The run failed; the star is as it was, and the run's record and rejects say why.</exception>
    public async Task<RunReport> RunAsync(RunOptions options, RunListing listing, CancellationToken cancellationToken)
    {
        var steps = new RunSteps(_identity.Time);
        await using var held = await _warehouse.LockAsync(_identity.By, cancellationToken);
        var (runId, hasEarlier) = await RunHistory.BeginAsync(_warehouse, _project.Name, cancellationToken);
        var record = new RunRecord
        {
            RunId = runId,
            StartedAt = listing.BeganAt,
            Outcome = RunOutcome.Running,
            Version = _identity.Version,
            Target = _identity.Target,
            StartedBy = _identity.By,
            Project = _project.Name,
        };
        var span = RunTelemetry.StartRun(record);
        using var transaction = new RunTransaction(_project, _warehouse, _observer, steps, _identity.Time, record.RunId);
        RunReport report;
        Func<Task> rename = () => Task.CompletedTask;
        var isRecorded = false;
        try
        {
            if (options.RenamedFrom is { } former)
            {
                await OwnTables.RenameProjectAsync(_warehouse, former, _project.Name, cancellationToken);
            }

            var (plan, target) = await PlanAsync(options, listing, steps, cancellationToken);
            rename = () => Ledger.RenameAsync(_warehouse, _project, target.Found, plan.Ledger, CancellationToken.None);
            RebuildChoice.ThrowIfLosing(_project, options, plan);
            IReadOnlyList<StarReport> stars = [];
            if (!plan.IsEmpty)
            {
                isRecorded = true;
                stars = await transaction.RunAsync(plan, target, record, hasEarlier, cancellationToken);
            }

            record = record with { Outcome = plan.IsEmpty ? RunOutcome.Nothing : RunOutcome.Done };
            report = new RunReport
            {
                RunId = record.RunId,
                Plan = plan,
                Loads = transaction.Reports,
                Stars = stars,
                Checks = transaction.Checks,
                Steps = steps.Ended,
                Duration = listing.Elapsed,
            };
        }
        catch (Exception e)
        {
            await _warehouse.RollbackAsync();
            record = Ended(record with { Outcome = OutcomeOf(e), Error = e.Message }, transaction, span);
            if (e is not UnknownCommitException)
            {
                await TryAsync(transaction.CleanUpAsync);
                await TryAsync(() => WriteHistoryAsync(record, isRecorded, transaction, () => Task.CompletedTask));
                await TryAsync(() => _warehouse.FlushAsync());
            }

            throw;
        }

        record = Ended(record, transaction, span);
        if (report.NothingNew)
        {
            await WriteHistoryAsync(record, isRecorded, transaction, rename);
            await _warehouse.FlushAsync();
        }
        else
        {
            // The run is published and says so itself: all that is missing is how long its commit took.
            await TryAsync(transaction.WriteCommitAsync);
            await FlushAsync(record, compacts: report.Plan.Scoped is null || report.Plan.Loads.Any(load => load.New.Count > 0));
        }

        return report;
    }

    static RunRecord Ended(RunRecord record, RunTransaction transaction, Activity? span)
    {
        var ended = transaction.Counted(record);
        RunTelemetry.End(span, ended, transaction.Checks);
        return ended;
    }

    async Task FlushAsync(RunRecord record, bool compacts)
    {
        try
        {
            await _warehouse.FlushAsync(compacts);
        }
        catch (StarliftException e)
        {
            throw new StarliftException(e.ExitCode, new Problem($"run {record.RunId} is published, but {e.Problems[0].What}", Hint: e.Hint), e);
        }
    }

    // Where the warehouse is lost too, what came of the run is told all the same.
    async Task TryAsync(Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (StarliftException)
        {
            await _warehouse.RollbackAsync();
        }
    }

    // In one transaction, because each would cost a write to disk of its own.
    async Task WriteHistoryAsync(RunRecord record, bool isRecorded, RunTransaction transaction, Func<Task> more)
    {
        await _warehouse.BeginAsync(CancellationToken.None);
        await more();
        await transaction.WriteHistoryAsync(committed: false, CancellationToken.None);
        await (isRecorded
            ? RunHistory.ReplaceAsync(_warehouse, record, CancellationToken.None)
            : RunHistory.AddAsync(_warehouse, record, CancellationToken.None));
        await HistoryPruning.RunAsync(_warehouse, _project, record.RunId, _identity.Time.GetUtcNow().UtcDateTime, CancellationToken.None);
        await _warehouse.CommitAsync();
    }

    RunListing Begin(RunOptions options, CancellationToken cancellationToken) =>
        RunListing.Begin(_project, options, _store, _identity.Time, cancellationToken);

    async Task<(RunPlan Plan, TargetTables Target)> PlanAsync(RunOptions options, RunListing listing, RunSteps steps, CancellationToken cancellationToken)
    {
        await UserFunctions.ThrowIfMissingAsync(_project, _warehouse, cancellationToken);
        var target = await TargetTables.ReadAsync(_project, _warehouse, options.Adopt, options.RenamedFrom, cancellationToken);
        target.ThrowIfLedgerIsLost();
        target.ThrowIfUnfit();
        var ledger = await Ledger.ReadAsync(_warehouse, _project, target.Found, options.RenamedFrom, cancellationToken);
        var listings = await listing.WaitAsync(_observer.Listing, steps);
        target.JsonPaths = listing.JsonPaths;
        ThrowIfNothingFound(listing.Loads, listings, ledger);
        var loads = options.UndoRun is { } run ? await RunLoads.ReadAsync(_warehouse, _project, run, cancellationToken) : null;
        var choice = options.Task is null ? ObjectChoice.None : new ObjectChoosing(_project, ledger, listings).Of(options, loads);
        var fills = target.Stars.SelectMany(table => target.LoadsOf(table).Select(load => new StarFill(table.Name, load.Name, target.SinceOf(table, load))));
        var scopes = _project.Models.Any(model => model.Replaces is not null) ? await KnownScopesAsync(target, cancellationToken) : null;
        var plan = Planner.Plan(_project, options, listings, ledger, [.. fills], target.Planned, choice, scopes);
        plan = plan with { Outdated = [.. target.Outdated.Where(table => !plan.Rebuild.Tables.Contains(table.Table))] };
        await target.LookAtStagingAsync(StagingChoice.Of(plan, _warehouse.Capabilities), options.Adopt, cancellationToken);
        target.ThrowIfForeign();
        _observer.Planned(plan);
        return (plan, target);
    }

    async Task<KnownScopes> KnownScopesAsync(TargetTables target, CancellationToken cancellationToken) => new(
        _warehouse.Capabilities.TellsObjects,
        _warehouse.Capabilities.TellsObjects ? await ScopeMap.ReadAsync(_warehouse, cancellationToken) : new Dictionary<string, IReadOnlySet<(long, string)>>(),
        target.Outdated.Where(table => table.HasOtherRows).Select(table => table.Table).ToHashSet());

    void ThrowIfNothingFound(
        IReadOnlyList<Load> loads, IReadOnlyDictionary<string, IReadOnlyList<ObjectVersion>> listings, IReadOnlyList<LedgerEntry> ledger)
    {
        foreach (var load in loads.Where(load => listings[load.Name].Count == 0))
        {
            var names = ObjectNames.Of(load.Copy, _project.Folder);
            if (ObjectListing.IsInNoFolder(load.Copy, _project.Folder) || !ledger.Any(entry => entry.Load == load.Name && ObjectListing.Covers(load.Copy, _project.Folder, names.UriOf(entry.Uri))))
            {
                throw ObjectListing.NothingFound(load.Copy);
            }
        }
    }

    static RunOutcome OutcomeOf(Exception exception) => exception switch
    {
        OperationCanceledException => RunOutcome.Interrupted,
        ChecksFailedException => RunOutcome.ChecksFailed,
        RejectsException => RunOutcome.Rejected,
        _ => RunOutcome.Failed,
    };
}
