using Starlift.Copying;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// Keeps a record of each COPY and of its rejects: in the transaction that loads, or after its rollback.
/// </summary>
public static class LoadHistory
{
    /// <summary>Makes Starlift's tables and views where they are missing, so that they can be queried.</summary>
    public static Task PrepareAsync(IWarehouse warehouse, CancellationToken cancellationToken) =>
        HistoryMending.MendAsync(warehouse, null, cancellationToken);

    /// <summary>Numbers for loads that nobody else gets. Starlift's tables are there; to be called in no transaction.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellationToken">Ends the taking.</param>
    /// <returns>The first; the others follow it.</returns>
    public static Task<long> TakeIdsAsync(IWarehouse warehouse, int count, CancellationToken cancellationToken) =>
        LoadNumbers.TakeAsync(warehouse, count, cancellationToken);

    /// <param name="warehouse">Has Starlift's tables. In the load's transaction, or in a later one where that was rolled back.</param>
    /// <param name="load">The load's number, times and names.</param>
    /// <param name="result">What came of it.</param>
    /// <param name="committed">What it loaded stays, if this does.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public static async Task WriteAsync(
        IWarehouse warehouse, LoadRecord load, CopyResult result, bool committed, CancellationToken cancellationToken)
    {
        var copy = load.Copy;
        await warehouse.AppendAsync(
            StarliftTables.Loads,
            [
                [
                    load.LoadId, load.RunId, load.Name, copy.Table.ToString(), copy.From, committed ? "completed" : "aborted", load.StartedAt, load.FinishedAt,
                    (long)result.Objects.Count, result.Objects.Sum(counts => counts.Object.Size), committed ? result.RowsLoaded : 0L, result.RejectCount,
                    load.Project, 0L, load.Told is null ? null : HistoryText.Of(load.Told),
                ],
            ],
            cancellationToken);
        if (committed && load.Name is null && !copy.NoLoad)
        {
            await Ledger.WriteAsync(warehouse, null, null, [], load.LoadId, load.FinishedAt, result.Objects, cancellationToken);
        }

        await warehouse.AppendAsync(
            StarliftTables.Rejects, result.Rejects.Select(reject => RowOf(reject, load, copy)), cancellationToken);
    }

    /// <summary>The load is committed, its history with it.</summary>
    public static async Task<bool> HoldsAsync(IWarehouse warehouse, long loadId, CancellationToken cancellationToken) =>
        await warehouse.ColumnsOfAsync(StarliftTables.Loads, cancellationToken) is not null
            && await warehouse.CountAsync($"select count(*) from {StarliftTables.Loads} where load_id = {loadId} and status = 'completed'", cancellationToken) > 0;

    static object?[] RowOf(Reject reject, LoadRecord load, CopyStatement copy) =>
    [
        load.LoadId, load.RunId, copy.Table.ToString(), reject.Object, reject.FirstLine, reject.LastLine, reject.ByteOffset,
        reject.Column, reject.Type, reject.Length, reject.Position, (int)reject.Code, reject.Reason, Storable(reject.RawRecord), Storable(reject.RawValue),
        load.FinishedAt,
    ];

    // No engine's text holds NUL.
    static string Storable(string text) => text.Replace('\0', '\uFFFD');
}
