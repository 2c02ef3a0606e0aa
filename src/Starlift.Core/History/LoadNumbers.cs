using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// The numbers of loads, by which a target's history knows them: none is given twice, whatever becomes of the load and whoever loads at the
/// same time, and a later one is greater. They are given in a transaction of their own, under a lock that lasts as long as that. Redshift has
/// no sequences, and the values of an IDENTITY column are in no order there; LOCK is the first statement, because the transaction sees what
/// was committed when the one behind it began (Amazon Redshift: "LOCK", "Serializable isolation").
/// </summary>
static class LoadNumbers
{
    // Whatever has a number already counts, too: an earlier version has given it, or somebody has dropped the table.
    static readonly string Last = $"""
        select greatest((select coalesce(max(last), 0) from {StarliftTables.LoadNumbers}), (select coalesce(max(load_id), 0) from {StarliftTables.Loads}),
            (select coalesce(max(load_id), 0) from {StarliftTables.Ledger}), (select coalesce(max(load_id), 0) from {StarliftTables.Rejects}),
            (select coalesce(max(since), 1) - 1 from {StarliftTables.Fills}))
        """;

    /// <summary>To be called in no transaction, where Starlift's tables are there.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="count">How many numbers; none for the one that is given next at the earliest.</param>
    /// <param name="cancellationToken">Ends the taking; numbers may be lost by that.</param>
    /// <param name="alsoAsync">Writes something more in the same transaction.</param>
    /// <returns>The first; the others follow it.</returns>
    /// <exception cref="StarliftException">None was given, or it is not known.</exception>
    public static async Task<long> TakeAsync(IWarehouse warehouse, int count, CancellationToken cancellationToken, Func<Task>? alsoAsync = null)
    {
        var last = 0L;
        // Numbers that nobody knows to be given are not used.
        await warehouse.TransactAsync(
            async () =>
            {
                await warehouse.ExecuteAsync($"lock table {StarliftTables.LoadNumbers}", cancellationToken);
                last = await warehouse.CountAsync(Last, cancellationToken) + count;
                if (await warehouse.ExecuteAsync($"update {StarliftTables.LoadNumbers} set last = {last}", cancellationToken) == 0)
                {
                    await warehouse.ExecuteAsync($"insert into {StarliftTables.LoadNumbers} values ({last})", cancellationToken);
                }

                await (alsoAsync?.Invoke() ?? Task.CompletedTask);
            },
            cancellationToken);
        return last - count + 1;
    }
}
