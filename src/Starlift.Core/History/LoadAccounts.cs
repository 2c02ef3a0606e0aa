using System.Globalization;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>
/// Holds the ledger, the history of a project's loads and their rejects against each other: they are written in one transaction, and say
/// the same. What scripts load is no project's, and in no account. What an earlier version wrote without a project's name is whose run it was,
/// and else whose load's name it bears.
/// </summary>
sealed class LoadAccounts
{
    const string NoProject = "cast(null as varchar(256))";

    // Redshift may log several columns of one record, and tells no more of its place than the line.
    const string KeptRejects = """
        select load_id, count(*) as rejects from (select distinct load_id, object, last_line, byte_offset from starlift.rejects) as records group by load_id
        """;

    readonly FoundHistory _found;
    readonly string _project;
    readonly string _names;

    LoadAccounts(Project project, FoundHistory found)
    {
        _found = found;
        _project = Quoting.Literal(project.Name);
        _names = project.Loads.Count == 0 ? "''" : string.Join(", ", project.Loads.Select(load => Quoting.Literal(load.Name)));
    }

    /// <summary>The project's loads: l; their numbers that others have too are counted before.</summary>
    string Loads => $"""
        (select load_id, run_id, load_name, status, objects, rejects, {Lost} as rejects_lost, count(*) over (partition by load_id) as same,
            {(_found.Has(StarliftTables.Loads, "project") ? "project" : NoProject)} as project from starlift.loads) as l
        left join {Runs} as u on u.run_id = l.run_id
        """;

    string Runs => !_found.Has(StarliftTables.Runs) ? $"(select load_id as run_id, {NoProject} as project from starlift.loads where 1 = 0)"
        : _found.Has(StarliftTables.Runs, "project") ? "starlift.runs"
        : $"(select run_id, {NoProject} as project from starlift.runs)";

    string Lost => !_found.Has(StarliftTables.Rejects) ? "rejects" : _found.Has(StarliftTables.Loads, "rejects_lost") ? "coalesce(rejects_lost, 0)" : "0";

    string IsOwnLoad => IsOwn("l.load_name", "coalesce(l.project, u.project)");

    string IsOwnEntry => _found.Has(StarliftTables.Ledger, "project") ? IsOwn("load_name", "project") : $"load_name in ({_names})";

    string Accounts => $"""
        select l.load_id, l.status, l.objects, l.rejects, l.rejects_lost, l.same, coalesce(g.objects, 0), coalesce(g.rejects, 0), coalesce(r.rejects, 0)
        from {Loads}
        left join (select load_id, count(*) as objects, sum(rejects) as rejects from starlift.ledger group by load_id) as g on g.load_id = l.load_id
        left join ({(_found.Has(StarliftTables.Rejects) ? KeptRejects : "select load_id, rejects from starlift.loads where 1 = 0")}) as r on r.load_id = l.load_id
        where {IsOwnLoad}
        order by l.load_id
        """;

    // What is older than the oldest load that the history keeps may have been taken out of it.
    string Untold => $"""
        select load_id, count(*) from starlift.ledger
        where {IsOwnEntry} and load_id >= (select min(l.load_id) from {Loads} where {IsOwnLoad}) and load_id not in (select load_id from starlift.loads)
        group by load_id order by load_id
        """;

    /// <returns>
    /// Sentences about what does not add up, none as a rule, nor where nothing was run yet; and about what can't be looked at, because somebody has
    /// dropped it.
    /// </returns>
    public static async Task<(IReadOnlyList<string> Unexplained, IReadOnlyList<string> Lost)> ReadAsync(
        IWarehouse warehouse, Project project, CancellationToken cancellationToken)
    {
        var found = await FoundHistory.ReadAsync(warehouse, cancellationToken);
        if (!found.Has(StarliftTables.Ledger))
        {
            return ([], []);
        }

        if (!found.Has(StarliftTables.Loads))
        {
            return ([], [$"{StarliftTables.Loads} was dropped, so nothing holds what was loaded until now against it"]);
        }

        var accounts = new LoadAccounts(project, found);
        var untold = await warehouse.QueryAsync(accounts.Untold, cancellationToken);
        var told = (await warehouse.QueryAsync(accounts.Accounts, cancellationToken)).Rows;
        var lost = told.Sum(row => Number(row[4]));
        return (
            [
                .. untold.Rows.Select(row => $"the ledger has {row[1]} objects of load {row[0]}, of which the history says nothing"),
                .. told.SelectMany(row => Number(row[5]) > 1
                    ? [$"the history has {row[5]} loads of the number {row[0]}"]
                    : Unexplained(Number(row[0]), row[1] is "completed", Number(row[2]), Number(row[3]), Number(row[6]), Number(row[7]), Number(row[8]) + Number(row[4])))
                    .Distinct(),
            ],
            lost == 0 ? [] : [$"{StarliftTables.Rejects} was dropped: of the rejects that the history counts, {lost} can't be shown"]);
    }

    /// <param name="load">Its number.</param>
    /// <param name="isDone">What it loaded is there.</param>
    /// <param name="objects">By the history.</param>
    /// <param name="rejects">By the history.</param>
    /// <param name="entries">How many of the objects the ledger still has; a later load of a changed object takes its entry's place.</param>
    /// <param name="entered">The rejects of these.</param>
    /// <param name="kept">How many rejects are kept, or lost with their table.</param>
    static IEnumerable<string> Unexplained(long load, bool isDone, long objects, long rejects, long entries, long entered, long kept)
    {
        if (entries == 0)
        {
            // Nothing of it is in a star table, or no longer.
            yield break;
        }

        if (kept != rejects)
        {
            yield return $"load {load} had {rejects} rejects, of which {kept} are kept";
        }

        if (!isDone)
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

    string IsOwn(string load, string project) => $"{load} is not null and ({project} = {_project} or ({project} is null and {load} in ({_names})))";

    static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
