using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>The record of every run on a target, failed and killed ones too.</summary>
public static class RunHistory
{
    /// <summary>
    /// Makes Starlift's tables where they are missing, and marks runs as killed that ended without a word: whoever calls this holds the
    /// target, so they no longer run.
    /// </summary>
    /// <returns>The number of the next run.</returns>
    internal static async Task<long> BeginAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        await StarliftTables.CreateAsync(warehouse, cancellationToken);
        await warehouse.ExecuteAsync("update starlift.runs set outcome = 'killed' where outcome = 'running'", cancellationToken);
        return await StarliftTables.NextAsync(warehouse, StarliftTables.Runs, "run_id", cancellationToken);
    }

    /// <summary>Writes the record, in the place of an earlier one of the same run.</summary>
    internal static async Task WriteAsync(IWarehouse warehouse, RunRecord run, CancellationToken cancellationToken)
    {
        await warehouse.ExecuteAsync($"delete from starlift.runs where run_id = {run.RunId}", cancellationToken);
        await warehouse.AppendAsync(
            StarliftTables.Runs,
            [
                [
                    run.RunId, run.StartedAt, run.FinishedAt, NameOf(run.Outcome), run.Version, run.Target, run.Objects, run.Bytes, run.Rows, run.Rejects,
                    run.Error is null ? null : HistoryText.Of(run.Error), run.StartedBy,
                ],
            ],
            cancellationToken);
    }

    /// <summary>Lower case, words joined by underscores.</summary>
    public static string NameOf(RunOutcome outcome) => outcome == RunOutcome.ChecksFailed ? "checks_failed" : outcome.ToString().ToLowerInvariant();
}
