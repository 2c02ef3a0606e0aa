using Starlift.Checks;
using Starlift.History;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>What came of a run's checks so far, and where later ones find the rows that the run has touched.</summary>
/// <param name="warehouse">In the run's transaction.</param>
sealed class RunChecks(IWarehouse warehouse)
{
    readonly List<CheckResult> _results = [];
    readonly Dictionary<TableName, string> _changed = [];
    readonly List<string> _temporary = [];

    public IReadOnlyList<CheckResult> Results => _results;

    /// <exception cref="ChecksFailedException">Some of them failed; all are kept.</exception>
    public void Keep(params IReadOnlyList<CheckResult> results)
    {
        _results.AddRange(results);
        ChecksFailedException.ThrowIfAny(results);
    }

    /// <summary>Says where the rows are that the run has inserted and updated.</summary>
    /// <param name="table">The star table.</param>
    /// <param name="rows">The quoted name of a table that holds them.</param>
    /// <param name="temporary">It is to be dropped when the checks are done.</param>
    public void Changed(Table table, string rows, bool temporary)
    {
        _changed[table.Name] = rows;
        if (temporary)
        {
            _temporary.Add(rows);
        }
    }

    /// <summary>Runs all checks of checks/, and then tells what failed.</summary>
    /// <param name="project">Whose checks.</param>
    /// <param name="steps">Each check is one.</param>
    /// <param name="observer">Is told.</param>
    /// <param name="time">Tells how long it took.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    /// <exception cref="ChecksFailedException">Some of them failed.</exception>
    public async Task RunAsync(Project project, RunSteps steps, IRunObserver observer, TimeProvider time, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var results = new List<CheckResult>();
        foreach (var check in project.Checks)
        {
            observer.CheckStarted(check);
            using var step = steps.Begin(StepKind.Check, check.Name);
            var result = await new SqlChecks(warehouse, table => _changed[table]).RunAsync(check, cancellationToken);
            results.Add(result);
            step.IsDone = result.Outcome != CheckOutcome.Failed;
        }

        observer.ChecksFinished([.. _results, .. results], time.GetElapsedTime(started));
        Keep(results);
        foreach (var rows in _temporary)
        {
            await warehouse.ExecuteAsync($"drop table {rows}", cancellationToken);
        }
    }
}
