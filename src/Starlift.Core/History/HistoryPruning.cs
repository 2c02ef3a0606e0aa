using System.Globalization;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// Forgets a project's old runs with all that belongs to them: steps, checks, loads and rejects. Its last run that published stays, for the
/// report tells what it did, and so does the ledger, for a run needs it. What scripts loaded goes with the last run of its time.
/// </summary>
static class HistoryPruning
{
    /// <param name="warehouse">Holds Starlift's tables, the record of <paramref name="runId"/> among them.</param>
    /// <param name="project">Whose runs, and how much of them stays. Those that an earlier version left without a name are any project's.</param>
    /// <param name="runId">The newest run; it stays in any case.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the pruning.</param>
    public static async Task RunAsync(IWarehouse warehouse, Project project, long runId, DateTime now, CancellationToken cancellationToken)
    {
        var limit = project.History;
        if (limit.Runs >= runId)
        {
            return;
        }

        var isOwn = $"(project is null or project = {Quoting.Literal(project.Name)})";
        var old = limit.Runs is { } runs
            ? $"place > {runs}"
            : string.Create(CultureInfo.InvariantCulture, $"run_id < {runId} and started_at < timestamp '{now - limit.Age!.Value:yyyy-MM-dd HH:mm:ss}'");
        var row = (await warehouse.QueryAsync(
            $"""
            select max(case when {old} and outcome <> 'running' then run_id end), coalesce(max(case when outcome = 'done' then run_id end), 0)
            from (select run_id, outcome, started_at, row_number() over (order by run_id desc) as place from starlift.runs where {isOwn}) as own_runs
            """,
            cancellationToken)).Rows[0];
        if (row[0] is null)
        {
            return;
        }

        var (last, published) = (Convert.ToInt64(row[0], CultureInfo.InvariantCulture), Convert.ToInt64(row[1], CultureInfo.InvariantCulture));
        var isOld = $"{isOwn} and run_id <= {last} and run_id <> {published}";
        if (await warehouse.CountAsync($"select count(*) from starlift.runs where {isOld}", cancellationToken) == 0)
        {
            return;
        }

        var isOfOld = $"run_id in (select run_id from starlift.runs where {isOld})";
        var before = $"(select min(started_at) from starlift.runs where run_id > {last} or not {isOwn})";
        await warehouse.ExecuteAsync(
            $"""
            delete from starlift.rejects where {isOfOld};
            delete from starlift.rejects where run_id is null and rejected_at < {before};
            delete from starlift.loads where {isOfOld};
            delete from starlift.loads where run_id is null and finished_at < {before};
            delete from starlift.steps where {isOfOld};
            delete from starlift.checks where {isOfOld};
            delete from starlift.runs where {isOld}
            """,
            cancellationToken);
    }
}
