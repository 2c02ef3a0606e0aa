using Starlift.Checks;
using Starlift.Copying;
using Starlift.History;
using Starlift.Planning;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Stars;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>The part of a run that is one transaction: staging, loads, star tables, checks, ledger and the run's history. Used once.</summary>
sealed class RunTransaction(Project project, IWarehouse warehouse, IRunObserver observer, RunSteps steps, TimeProvider time, long runId) : IDisposable
{
    const int MostBytesOfTask = 256;

    readonly List<(LoadRecord Record, CopyResult Result)> _loads = [];
    readonly List<LoadReport> _reports = [];
    readonly RunChecks _checks = new(warehouse);
    readonly ScopedStaging _scopes = new(project, warehouse);
    TablePreparation? _tables;
    IReadOnlyList<LedgerKey> _keys = [];
    long _firstLoadId;
    long _lastLoadId;
    int _stepsWritten;
    bool _dropsStaging;

    /// <summary>Of the loads so far.</summary>
    public IReadOnlyList<LoadReport> Reports => _reports;

    /// <summary>What came of the checks so far.</summary>
    public IReadOnlyList<CheckResult> Checks => _checks.Results;

    /// <summary>Writes the run's record, then does it all and commits, or throws and leaves the rolling back to the caller.</summary>
    /// <param name="plan">What to do.</param>
    /// <param name="target">The tables that it was made for.</param>
    /// <param name="record">Of the run, as running: it is there for all to see before the transaction begins, and is replaced by one that is done.</param>
    /// <param name="hasEarlier">The target has runs of a version that named no projects.</param>
    /// <param name="cancellationToken">Ends it, but for the commit.</param>
    public async Task<IReadOnlyList<StarReport>> RunAsync(
        RunPlan plan, TargetTables target, RunRecord record, bool hasEarlier, CancellationToken cancellationToken)
    {
        var tables = _tables = new TablePreparation(project, warehouse, target);
        if (plan.Task is { } task)
        {
            using var step = steps.Begin(plan.Choice.Undone.Count > 0 ? StepKind.Undo : StepKind.Reload, HistoryText.Of(task, MostBytesOfTask));
            step.RowsRead = plan.Choice.Undone.Count + plan.Choice.Reloaded.Count;
            step.IsDone = true;
        }

        _keys = LedgerKey.Of(project, target.Found);
        _firstLoadId = await LoadNumbers.TakeAsync(
            warehouse,
            plan.Loads.Count(load => !load.IsEmpty),
            cancellationToken,
            () => RunHistory.AddAsync(warehouse, record, cancellationToken));
        _lastLoadId = _firstLoadId - 1;
        if (warehouse.Capabilities.StagesAside)
        {
            await StageAsync(plan, tables, cancellationToken);
            await BeginAsync(plan, tables, target, hasEarlier, cancellationToken);
        }
        else
        {
            await BeginAsync(plan, tables, target, hasEarlier, cancellationToken);
            await StageAsync(plan, tables, cancellationToken);
        }

        await WriteLedgerAsync(plan, cancellationToken);
        if (plan.Scoped is not null)
        {
            await _scopes.TakeOutAsync(plan.Scoped, cancellationToken);
        }

        var unfilled = UnfilledStaging();
        var counts = await StarCounts.ReadAsync(warehouse, plan.Models, cancellationToken);
        var stars = new List<StarReport>();
        foreach (var model in plan.Models)
        {
            if (plan.Scoped?.Models.Contains(model) == true)
            {
                await _scopes.StageAsync(model, cancellationToken);
            }

            stars.Add(await BuildAsync(model, counts[model.Table], IsAtRest(model, plan, unfilled), cancellationToken));
        }

        await CheckReferencesAsync(plan, cancellationToken);
        await new CheckStage(_checks, steps, observer, time).RunAsync(project, cancellationToken);
        if (_dropsStaging)
        {
            await tables.DropStagingAsync(cancellationToken);
        }

        using var commit = steps.Begin(StepKind.Commit, "commit");
        await WriteHistoryAsync(committed: true, cancellationToken);
        await RunHistory.ReplaceAsync(warehouse, Counted(record) with { Outcome = RunOutcome.Done }, cancellationToken);
        await HistoryPruning.RunAsync(warehouse, project, runId, Now(), cancellationToken);
        await warehouse.CommitAsync(() => RunHistory.IsDoneAsync(warehouse, runId, CancellationToken.None));
        commit.IsDone = true;
        observer.Published();
        return stars;
    }

    /// <summary>Keeps what is known of the loads, their rejects, the checks and the steps.</summary>
    /// <param name="committed">It is written in the transaction that publishes; else in one after its rollback.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task WriteHistoryAsync(bool committed, CancellationToken cancellationToken)
    {
        foreach (var (record, result) in _loads)
        {
            await LoadHistory.WriteAsync(warehouse, record, result, committed, cancellationToken);
        }

        await CheckHistory.WriteAsync(warehouse, runId, Checks, cancellationToken);
        await StepHistory.WriteAsync(warehouse, runId, 0, steps.Ended, cancellationToken);
        _stepsWritten = committed ? steps.Ended.Count : 0;
    }

    /// <summary>Keeps how long the commit took, which nobody knows before it is done.</summary>
    public Task WriteCommitAsync() =>
        StepHistory.WriteAsync(warehouse, runId, _stepsWritten, [.. steps.Ended.Skip(_stepsWritten)], CancellationToken.None);

    /// <summary>The record of the run with what has been loaded so far, ended now.</summary>
    public RunRecord Counted(RunRecord record) => record with
    {
        FinishedAt = Now(),
        Objects = _reports.Sum(load => load.Objects),
        Bytes = _reports.Sum(load => load.Bytes),
        Rows = _reports.Sum(load => load.Rows),
        Rejects = _reports.Sum(load => load.Rejects),
    };

    /// <summary>Takes away what a rollback does not: staging that was loaded before the transaction and is not to be kept.</summary>
    public async Task CleanUpAsync()
    {
        if (_dropsStaging && _tables is not null)
        {
            await _tables.DropStagingAsync(CancellationToken.None);
        }
    }

    public void Dispose()
    {
        foreach (var (_, result) in _loads)
        {
            result.Dispose();
        }
    }

    async Task BeginAsync(RunPlan plan, TablePreparation tables, TargetTables target, bool hasEarlier, CancellationToken cancellationToken)
    {
        await warehouse.BeginAsync(cancellationToken);
        if (hasEarlier)
        {
            await Ledger.TakeOverAsync(warehouse, _keys, cancellationToken);
        }

        await Ledger.RenameAsync(warehouse, project, target.Found, plan.Ledger, cancellationToken);
        await tables.PrepareStarsAsync(
            _firstLoadId, plan.Rebuild.Tables.ToHashSet(), plan.Loads.Where(load => !load.IsEmpty).Select(load => load.Load.Name).ToHashSet(), Now(), cancellationToken);
        if (!plan.Rebuild.IsNone || plan.Scoped is not null || plan.Choice.Undone.Count > 0)
        {
            await Emptying.RunAsync(project, warehouse, target, plan, cancellationToken);
        }
    }

    async Task StageAsync(RunPlan plan, TablePreparation tables, CancellationToken cancellationToken)
    {
        var staging = StagingChoice.Of(plan, warehouse.Capabilities);
        _dropsStaging = staging == StagingKind.Scratch;
        await tables.PrepareStagingAsync(staging, Now(), cancellationToken);
        foreach (var load in plan.Loads.Where(load => !load.IsEmpty))
        {
            await LoadAsync(load, cancellationToken);
        }

        if (plan.Scoped is not null)
        {
            await _scopes.CorrectAsync(plan, steps, cancellationToken);
        }
    }

    HashSet<TableName> UnfilledStaging()
    {
        var filled = _reports.Where(load => load.Rows > 0).Select(load => load.Table);
        return project.StagingTables.Select(table => table.Name).Except(filled).Except(_scopes.Read).ToHashSet();
    }

    async Task WriteLedgerAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        foreach (var (record, result) in _loads.Where(load => !load.Record.Copy.NoLoad))
        {
            var load = plan.Loads.Single(load => load.Load.Name == record.Name);
            await Ledger.WriteAsync(
                warehouse, _keys.Single(key => key.Load == record.Name), ObjectNames.Of(load.Load.Copy, project.Folder), load.Replaced, record.LoadId, record.FinishedAt, result.Objects, cancellationToken);
        }

        await _scopes.WriteAsync(
            _loads.Where(load => !load.Record.Copy.NoLoad).Select(load => (plan.Loads.Single(other => other.Load.Name == load.Record.Name).Load, load.Record.LoadId, load.Result)), cancellationToken);
    }

    async Task LoadAsync(LoadPlan plan, CancellationToken cancellationToken)
    {
        var copy = plan.Load.Copy;
        var table = project.Table(copy.Table)!.Definition;
        var objects = plan.ToLoad;
        var progress = new CopyProgress();
        var startedAt = Now();
        observer.LoadStarted(plan, progress);
        using var step = steps.Begin(StepKind.Load, plan.Load.Name);
        var result = await _scopes.CopyAsync(plan.Load, table, objects, progress, cancellationToken);
        var record = new LoadRecord(++_lastLoadId, runId, plan.Load.Name, project.Name, copy, startedAt, Now())
        {
            Told = result.Failed || copy.NoLoad ? null : LoadFindings.Of(project, plan.Load, result),
        };
        _loads.Add((record, result));
        step.RowsRead = result.Objects.Sum(counts => counts.Records);
        step.RowsInserted = result.RowsLoaded;
        step.Rejects = result.RejectCount;
        var report = new LoadReport
        {
            Name = plan.Load.Name,
            Table = copy.Table,
            Objects = objects.Count,
            Bytes = objects.Sum(version => version.Size),
            Rows = result.RowsLoaded,
            Rejects = result.RejectCount,
            Duration = record.FinishedAt - startedAt,
            Messages = CopyMessages.Of(copy, result),
            Told = record.Told,
            Findings = result.Findings,
        };
        _reports.Add(report);
        observer.LoadFinished(report);
        if (result.Failed)
        {
            throw LoadFailure.Of(copy, result);
        }

        LoadFailure.ThrowIfUnaccounted(plan.Load, objects, result);
        LoadFindings.ThrowIfUnknown(project, plan.Load, result);
        step.IsDone = true;
    }

    /// <summary>A table that was built anew or corrected may lack rows that others refer to; their own rows need not have changed.</summary>
    async Task CheckReferencesAsync(RunPlan plan, CancellationToken cancellationToken)
    {
        var rebuilt = plan.Rebuild.Tables.ToHashSet();
        HashSet<TableName> others = [.. rebuilt, .. plan.Scoped?.Tables ?? []];
        var rules = project.StarTables.Where(table => !rebuilt.Contains(table.Name)).SelectMany(table => StarRules.ReferencesTo(table, others, project)).ToList();
        if (rules.Count > 0)
        {
            _checks.Keep(await StarChecks.RunAsync(warehouse, rules, cancellationToken));
        }
    }

    /// <summary>The model has nothing to say in this run, and costs nothing.</summary>
    /// <param name="model">Fills a star table.</param>
    /// <param name="plan">What is rebuilt.</param>
    /// <param name="unfilled">The staging tables without rows.</param>
    static bool IsAtRest(Model model, RunPlan plan, IReadOnlySet<TableName> unfilled) =>
        plan.Rebuild.Resting.Contains(model) || NoRows.AreIn(model.Query, table => new TableName(table.Schema, table.Name).In(unfilled) is not null);

    /// <param name="model">Yields the rows.</param>
    /// <param name="before">How many rows its table has.</param>
    /// <param name="atRest">It need not be run.</param>
    /// <param name="cancellationToken">Ends the building.</param>
    async Task<StarReport> BuildAsync(Model model, long before, bool atRest, CancellationToken cancellationToken)
    {
        observer.ModelStarted(model);
        using var step = steps.Begin(StepKind.Model, model.Name);
        var star = new StarBuild(project, warehouse, time, _checks);
        var report = atRest
            ? await star.LeaveAsync(model, before, cancellationToken)
            : await star.BuildAsync(model, before, cancellationToken);
        step.RowsRead = report.Inserted + report.Updated + report.Unchanged;
        step.RowsInserted = report.Inserted;
        step.RowsUpdated = report.Updated;
        step.IsDone = true;
        observer.ModelFinished(report);
        return report;
    }

    DateTime Now() => time.GetUtcNow().UtcDateTime;
}
