using System.Globalization;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Forgets old runs with all that belongs to them: steps, checks, loads and rejects. The last run that published stays, for the report tells
/// what it did, and so does the ledger, for a run needs it. What scripts loaded goes with the runs of its time.
/// </summary>
static class HistoryPruning
{
    /// <param name="warehouse">Holds Starlift's tables, the record of <paramref name="runId"/> among them.</param>
    /// <param name="limit">What stays.</param>
    /// <param name="runId">The newest run; it stays in any case.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the pruning.</param>
    public static async Task RunAsync(IWarehouse warehouse, HistoryLimit limit, long runId, DateTime now, CancellationToken cancellationToken)
    {
        if (limit.Runs >= runId)
        {
            return;
        }

        var old = limit.Runs is { } runs
            ? $"run_id <= {runId - runs}"
            : string.Create(CultureInfo.InvariantCulture, $"run_id < {runId} and started_at < timestamp '{now - limit.Age!.Value:yyyy-MM-dd HH:mm:ss}'");
        var row = (await warehouse.QueryAsync(
            $"""
            select max(case when {old} and outcome <> 'running' then run_id end), coalesce(max(case when outcome = 'done' then run_id end), 0)
            from starlift.runs
            """,
            cancellationToken)).Rows[0];
        if (row[0] is null)
        {
            return;
        }

        var (last, published) = (Convert.ToInt64(row[0], CultureInfo.InvariantCulture), Convert.ToInt64(row[1], CultureInfo.InvariantCulture));
        var isOld = $"run_id <= {last} and run_id <> {published}";
        if (await warehouse.CountAsync($"select count(*) from starlift.runs where {isOld}", cancellationToken) == 0)
        {
            return;
        }

        var before = $"(select min(started_at) from starlift.runs where run_id > {last})";
        await warehouse.ExecuteAsync(
            $"""
            delete from starlift.rejects where {isOld};
            delete from starlift.rejects where run_id is null and rejected_at < {before};
            delete from starlift.loads where {isOld};
            delete from starlift.loads where run_id is null and finished_at < {before};
            delete from starlift.steps where {isOld};
            delete from starlift.checks where {isOld};
            delete from starlift.runs where {isOld}
            """,
            cancellationToken);
    }
}
