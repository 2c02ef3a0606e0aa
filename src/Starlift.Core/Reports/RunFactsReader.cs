using System.Globalization;
using Starlift.History;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Reports;

/// <summary>
/// Reads what a target remembers of a project's runs, those among them that an earlier version left without a project's name. Writes
/// nothing, and is content with what an earlier version left there.
/// </summary>
sealed class RunFactsReader(IWarehouse warehouse, Project project)
{
    const int MostRuns = 15;
    const int MostRejects = 50;

    /// <summary>A condition on a run r.</summary>
    string _isOwn = "1 = 1";

    public async Task<RunFacts> ReadAsync(CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(StarliftTables.Runs, cancellationToken) is not { } columns)
        {
            return RunFacts.None;
        }

        if (columns.Contains("project"))
        {
            _isOwn = $"(r.project is null or r.project = {Quoting.Literal(project.Name)})";
        }

        var facts = new RunFacts
        {
            Latest = await warehouse.QueryAsync(
                $"""
                select run_id as run, outcome, started_at, finished_at, objects, rows_loaded as rows, rejects, version, error
                from starlift.runs as r where {_isOwn} order by run_id desc limit {MostRuns}
                """,
                cancellationToken),
        };
        if (await AreThereAsync(cancellationToken, StarliftTables.Rejects) && await warehouse.ColumnsOfAsync(StarliftTables.Ledger, cancellationToken) is { } ledger)
        {
            facts = facts with { Rejects = await RejectsAsync(ledger, cancellationToken) };
        }

        if (await AreThereAsync(cancellationToken, StarliftTables.Checks))
        {
            facts = await WithChecksAsync(facts, cancellationToken);
        }

        return await AreThereAsync(cancellationToken, StarliftTables.Steps, StarliftTables.Loads)
            ? await WithStepsAsync(facts, cancellationToken)
            : facts;
    }

    async Task<bool> AreThereAsync(CancellationToken cancellationToken, params IReadOnlyList<TableName> tables)
    {
        foreach (var table in tables)
        {
            if (await warehouse.ColumnsOfAsync(table, cancellationToken) is null)
            {
                return false;
            }
        }

        return true;
    }

    // A changed object was loaded again: its earlier rejects are no longer of what is there. What scripts load is no project's.
    Task<QueryResult> RejectsAsync(IReadOnlyList<string> ledger, CancellationToken cancellationToken) => warehouse.QueryAsync(
        $"""
        select r.table_name, r.column_name, r.reason, count(*) as records, min(r.object) as first_object, min(r.first_line) as first_line, min(r.raw_value) as value
        from starlift.rejects as r
        join starlift.ledger as l on l.load_id = r.load_id and (l.uri = r.object or l.uri = {NameOfObject()})
        where l.load_name is not null{(ledger.Contains("project") ? $" and (l.project is null or l.project = {Quoting.Literal(project.Name)})" : "")}
        group by r.table_name, r.column_name, r.reason
        order by count(*) desc, r.table_name, r.column_name, r.reason
        limit {MostRejects}
        """,
        cancellationToken);

    // The ledger names local objects by their folder, and rejects name them by their paths.
    string NameOfObject() => project.Loads.Count == 0
        ? "r.object"
        : $"case l.load_name {string.Join(' ', ObjectNames.Of(project).Select(load => $"when {Quoting.Literal(load.Key)} then {load.Value.NameIn("r.object")}"))} else r.object end";

    async Task<RunFacts> WithChecksAsync(RunFacts facts, CancellationToken cancellationToken)
    {
        if (await OnlyAsync($"select max(run_id) from starlift.checks where run_id in (select run_id from starlift.runs as r where {_isOwn})", cancellationToken) is not { } run)
        {
            return facts;
        }

        var checks = await warehouse.QueryAsync(
            $"""
            select outcome, name, description, violations, threshold, severity, examples
            from starlift.checks
            where run_id = {Number(run)}
            order by case outcome when 'failed' then 0 when 'warned' then 1 else 2 end, kind desc, name
            """,
            cancellationToken);
        return facts with { CheckedBy = Number(run), Checks = checks };
    }

    async Task<RunFacts> WithStepsAsync(RunFacts facts, CancellationToken cancellationToken)
    {
        var published = $"""
            select max(r.run_id) from starlift.runs as r
            join starlift.steps as s on s.run_id = r.run_id
            where r.outcome = 'done' and s.step = 'load' and {_isOwn}
            """;
        if (await OnlyAsync(published, cancellationToken) is not { } found)
        {
            return facts;
        }

        var run = Number(found);
        var steps = await warehouse.QueryAsync(
            $"select step, name, rows_read, rows_inserted, rows_updated, rejects, duration_ms from starlift.steps where run_id = {run} order by position",
            cancellationToken);
        var objects = await warehouse.QueryAsync(
            $"select load_name, sum(objects), sum(bytes) from starlift.loads where run_id = {run} group by load_name", cancellationToken);
        return facts with
        {
            Published = run,
            PublishedAt = await OnlyAsync($"select finished_at from starlift.runs where run_id = {run}", cancellationToken) as DateTime?,
            Loads = [.. steps.Rows.Where(step => step[0] is "load").Select(step => LoadOf(step, objects))],
            Told = await ToldLoads.ReadAsync(warehouse, run, cancellationToken),
            Models = [.. steps.Rows.Where(step => step[0] is "model").Select(step => new ModelFlow((string)step[1]!, Number(step[2]), Number(step[3]), Number(step[4]), Time(step[6])))],
        };
    }

    static LoadFlow LoadOf(object?[] step, QueryResult objects)
    {
        var counts = objects.Rows.FirstOrDefault(row => Equals(row[0], step[1]));
        return new LoadFlow(
            (string)step[1]!, Number(counts?[1]), Number(counts?[2]), Number(step[2]), Number(step[3]), Number(step[5]), Time(step[6]));
    }

    async Task<object?> OnlyAsync(string sql, CancellationToken cancellationToken) => (await warehouse.QueryAsync(sql, cancellationToken)).Rows[0][0];

    static long Number(object? value) => value is System.Numerics.BigInteger big ? (long)big : Convert.ToInt64(value, CultureInfo.InvariantCulture);

    static TimeSpan Time(object? milliseconds) => TimeSpan.FromMilliseconds(Number(milliseconds));
}
