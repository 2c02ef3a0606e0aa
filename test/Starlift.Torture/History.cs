namespace Starlift.Torture;

/// <summary>Whether runs, loads, ledger and rejects add up, once nothing runs.</summary>
static class History
{
    static readonly (Fault Fault, string What, string Sql)[] Rules =
    [
        (Fault.Doubled, "a load has a number that another has", "select load_id, count(*) from starlift.loads group by load_id having count(*) > 1"),
        (Fault.Doubled, "a run has a number that another has", "select run_id, count(*) from starlift.runs group by run_id having count(*) > 1"),
        (Fault.Doubled, "an object stands in the ledger of a load twice",
            "select load_name, uri, count(*) from starlift.ledger where load_name is not null group by load_name, uri having count(*) > 1"),
        (Fault.Untrue, "a run is told to be running", "select run_id, outcome from starlift.runs where outcome = 'running'"),
        (Fault.Lost, "a load has fewer or more rejects than it counts",
            "select l.load_id, l.rejects, count(r.load_id) from starlift.loads as l left join starlift.rejects as r on r.load_id = l.load_id group by l.load_id, l.rejects having l.rejects <> count(r.load_id)"),
        (Fault.Lost, "rejects are of a load that is not known", "select distinct load_id from starlift.rejects where load_id not in (select load_id from starlift.loads)"),
        (Fault.Lost, "the ledger is of a load that is not known as completed",
            "select distinct load_id, load_name from starlift.ledger where load_id not in (select load_id from starlift.loads where status = 'completed')"),
        (Fault.Lost, "the ledger counts more than the load",
            """
            select l.load_id, l.objects, l.rows_loaded, l.rejects, count(*), sum(g.rows_loaded), sum(g.rejects) from starlift.loads as l join starlift.ledger as g on g.load_id = l.load_id
            group by l.load_id, l.objects, l.rows_loaded, l.rejects
            having count(*) > l.objects or sum(g.rows_loaded) > l.rows_loaded or sum(g.rejects) > l.rejects
                or (count(*) = l.objects and (sum(g.rows_loaded) <> l.rows_loaded or sum(g.rejects) <> l.rejects))
            """),
        (Fault.Lost, "a run counts other rows or rejects than its loads",
            """
            select r.run_id, r.rows_loaded, r.rejects, sum(l.rows_loaded), sum(l.rejects) from starlift.runs as r join starlift.loads as l on l.run_id = r.run_id
            where r.outcome = 'done' group by r.run_id, r.rows_loaded, r.rejects having r.rows_loaded <> sum(l.rows_loaded) or r.rejects <> sum(l.rejects)
            """),
        (Fault.Untrue, "a load is completed though its run is not done",
            "select l.load_id, r.run_id, r.outcome from starlift.loads as l left join starlift.runs as r on r.run_id = l.run_id where l.run_id is not null and l.status = 'completed' and coalesce(r.outcome, '') <> 'done'"),
        (Fault.Lost, "a run that is done has no steps", "select run_id from starlift.runs where outcome = 'done' and run_id not in (select run_id from starlift.steps)"),
        (Fault.Untrue, "a run that has ended says not when", "select run_id, outcome from starlift.runs where finished_at is null and outcome not in ('running', 'killed')"),
    ];

    public static async Task<IReadOnlyList<Finding>> CheckAsync(Look look)
    {
        var findings = new List<Finding>();
        foreach (var (fault, what, sql) in Rules)
        {
            var rows = await look.QueryAsync(sql);
            if (rows.Count > 0)
            {
                findings.Add(new Finding(fault, $"{what}: {string.Join("; ", rows.Take(3))}"));
            }
        }

        return findings;
    }
}
