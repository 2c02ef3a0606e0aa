using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>The record of every run on a target, failed and killed ones too.</summary>
public static class RunHistory
{
    /// <summary>
    /// Makes Starlift's tables where they are missing, and marks runs as killed that ended without a word: whoever calls this holds the
    /// target, so they no longer run.
    /// </summary>
    /// <returns>The number of the next run, and whether there are runs of a version that did not say whose they were.</returns>
    internal static async Task<(long RunId, bool HasEarlier)> BeginAsync(IWarehouse warehouse, string project, CancellationToken cancellationToken)
    {
        await HistoryMending.MendAsync(warehouse, project, cancellationToken);
        var row = (await warehouse.QueryAsync(
            """
            select coalesce(max(run_id), 0) + 1, count(case when outcome = 'running' then 1 end), count(case when project is null then 1 end)
            from starlift.runs
            """,
            cancellationToken)).Rows[0];
        if (Convert.ToInt64(row[1], CultureInfo.InvariantCulture) > 0)
        {
            await warehouse.ExecuteAsync("update starlift.runs set outcome = 'killed' where outcome = 'running'", cancellationToken);
        }

        return (Convert.ToInt64(row[0], CultureInfo.InvariantCulture), Convert.ToInt64(row[2], CultureInfo.InvariantCulture) > 0);
    }

    /// <summary>Writes the record of a run that has none yet.</summary>
    internal static Task AddAsync(IWarehouse warehouse, RunRecord run, CancellationToken cancellationToken) =>
        warehouse.AppendAsync(
            StarliftTables.Runs,
            [
                [
                    run.RunId, run.StartedAt, run.FinishedAt, NameOf(run.Outcome), run.Version, run.Target, run.Objects, run.Bytes, run.Rows, run.Rejects,
                    run.Error is null ? null : HistoryText.Of(run.Error), run.StartedBy, run.Project,
                ],
            ],
            cancellationToken);

    /// <summary>Writes the record in the place of the run's earlier one.</summary>
    internal static async Task ReplaceAsync(IWarehouse warehouse, RunRecord run, CancellationToken cancellationToken)
    {
        await warehouse.ExecuteAsync($"delete from starlift.runs where run_id = {run.RunId}", cancellationToken);
        await AddAsync(warehouse, run, cancellationToken);
    }

    /// <summary>The run is published: its record says so, and is written in the transaction that publishes it.</summary>
    internal static async Task<bool> IsDoneAsync(IWarehouse warehouse, long runId, CancellationToken cancellationToken) =>
        await warehouse.CountAsync(
            $"select count(*) from {StarliftTables.Runs} where run_id = {runId} and outcome = '{NameOf(RunOutcome.Done)}'", cancellationToken) > 0;

    /// <summary>Lower case, words joined by underscores.</summary>
    public static string NameOf(RunOutcome outcome) => outcome == RunOutcome.ChecksFailed ? "checks_failed" : outcome.ToString().ToLowerInvariant();
}
