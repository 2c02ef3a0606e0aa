using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>What each step of a run did and how long it took, for every run on a target, failed ones too.</summary>
static class StepHistory
{
    /// <param name="warehouse">Has Starlift's tables.</param>
    /// <param name="runId">Whose steps.</param>
    /// <param name="written">How many of the run's have been written before.</param>
    /// <param name="steps">The next ones in their order; none is nothing to do.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(IWarehouse warehouse, long runId, int written, IReadOnlyList<StepRecord> steps, CancellationToken cancellationToken)
    {
        if (steps.Count > 0)
        {
            await warehouse.AppendAsync(StarliftTables.Steps, steps.Select((step, index) => RowOf(runId, written + index + 1, step)), cancellationToken);
        }
    }

    static object?[] RowOf(long runId, int position, StepRecord step) =>
    [
        runId, position, step.Kind.ToString().ToLowerInvariant(), step.Name, step.RowsRead, step.RowsInserted, step.RowsUpdated, step.Rejects,
        step.StartedAt, (long)step.Duration.TotalMilliseconds,
    ];
}
