using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Holds the ledger, the history of loads and the rejects against each other: they are written in one transaction, and say the same.</summary>
static class LoadAccounts
{
    const string Accounts = """
        select l.load_id, l.status, l.objects, l.rejects, coalesce(g.objects, 0), coalesce(g.rejects, 0), coalesce(r.rejects, 0)
        from starlift.loads as l
        left join (select load_id, count(*) as objects, sum(rejects) as rejects from starlift.ledger group by load_id) as g on g.load_id = l.load_id
        left join (select load_id, count(*) as rejects from starlift.rejects group by load_id) as r on r.load_id = l.load_id
        order by l.load_id
        """;

    // What is older than the oldest load that the history keeps may have been taken out of it, and so may what scripts loaded.
    const string Untold = """
        select load_id, count(*) from starlift.ledger
        where load_name is not null and load_id >= (select min(load_id) from starlift.loads) and load_id not in (select load_id from starlift.loads)
        group by load_id order by load_id
        """;

    const string Twice = "select load_id, count(*) from starlift.loads group by load_id having count(*) > 1 order by load_id";

    /// <returns>Sentences about what does not add up; none as a rule, nor where nothing was run yet.</returns>
    public static async Task<IReadOnlyList<string>> UnexplainedAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(StarliftTables.Checks, cancellationToken) is null)
        {
            return [];
        }

        var twice = await warehouse.QueryAsync(Twice, cancellationToken);
        var untold = await warehouse.QueryAsync(Untold, cancellationToken);
        var accounts = await warehouse.QueryAsync(Accounts, cancellationToken);
        return
        [
            .. twice.Rows.Select(row => $"the history has {row[1]} loads of the number {row[0]}"),
            .. untold.Rows.Select(row => $"the ledger has {row[1]} objects of load {row[0]}, of which the history says nothing"),
            .. accounts.Rows.SelectMany(row => Unexplained(
                Number(row[0]), row[1] is "completed", Number(row[2]), Number(row[3]), Number(row[4]), Number(row[5]), Number(row[6]))),
        ];
    }

    /// <param name="load">Its number.</param>
    /// <param name="isDone">What it loaded is there.</param>
    /// <param name="objects">By the history.</param>
    /// <param name="rejects">By the history.</param>
    /// <param name="entries">How many of the objects the ledger still has; a later load of a changed object takes its entry's place.</param>
    /// <param name="entered">The rejects of these.</param>
    /// <param name="kept">How many rejects are kept.</param>
    static IEnumerable<string> Unexplained(long load, bool isDone, long objects, long rejects, long entries, long entered, long kept)
    {
        if (kept != rejects)
        {
            yield return $"load {load} had {rejects} rejects, of which {kept} are kept";
        }

        if (!isDone && entries > 0)
        {
            yield return $"the ledger has {entries} objects of load {load}, which was rolled back";
        }

        if (entries > objects)
        {
            yield return $"the ledger has {entries} objects of load {load}, which loaded {objects}";
        }
        else if (entered > rejects || (entries == objects && isDone && entered != rejects))
        {
            yield return $"load {load} had {rejects} rejects, and {entered} by the ledger";
        }
    }

    static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
