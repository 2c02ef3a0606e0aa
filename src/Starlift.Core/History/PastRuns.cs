using System.Globalization;
using Starlift.Checks;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>The runs that a target remembers, failed and killed ones too.</summary>
public static class PastRuns
{
    static readonly string[] Columns =
    [
        "run_id", "started_at", "finished_at", "outcome", "version", "target",
        "objects", "bytes", "rows_loaded", "rejects", "error", "started_by", "project",
    ];

    /// <summary>The newest first; none where nothing was run yet.</summary>
    /// <param name="warehouse">The target.</param>
    /// <param name="most">How many.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<IReadOnlyList<RunOverview>> ListAsync(IWarehouse warehouse, int most, CancellationToken cancellationToken)
    {
        if (await SourceAsync(warehouse, cancellationToken) is not { } runs)
        {
            return [];
        }

        var columns = string.Join(", ", Columns.Select(column => $"r.{column}"));
        var checks = await IsThereAsync(warehouse, StarliftTables.Checks, cancellationToken)
            ? "starlift.checks"
            : "(select run_id, outcome from starlift.runs where 1 = 0)";
        var result = await warehouse.QueryAsync(
            $"""
            select {columns}, {Count(CheckOutcome.Passed)}, {Count(CheckOutcome.Failed)}, {Count(CheckOutcome.Warned)}
            from ({runs} order by run_id desc limit {most}) as r
            left join {checks} as c on c.run_id = r.run_id
            group by {columns}
            order by r.run_id desc
            """,
            cancellationToken);
        return [.. result.Rows.Select(row => new RunOverview(RunOf(row), Number(row[13]), Number(row[14]), Number(row[15])))];
    }

    /// <param name="warehouse">The target.</param>
    /// <param name="runId">Null for the last.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where there is none.</returns>
    public static async Task<RunDetail?> FindAsync(IWarehouse warehouse, long? runId, CancellationToken cancellationToken)
    {
        if (await SourceAsync(warehouse, cancellationToken) is not { } runs)
        {
            return null;
        }

        var wanted = runId is { } id ? $"where run_id = {id}" : "order by run_id desc limit 1";
        var found = await warehouse.QueryAsync($"{runs} {wanted}", cancellationToken);
        if (found.Rows.Count == 0)
        {
            return null;
        }

        var run = RunOf(found.Rows[0]);
        var steps = await RowsAsync(
            warehouse,
            StarliftTables.Steps,
            $"""
            select step, name, rows_read, rows_inserted, rows_updated, rejects, started_at, duration_ms
            from starlift.steps where run_id = {run.RunId} order by position
            """,
            cancellationToken);
        var checks = await RowsAsync(
            warehouse,
            StarliftTables.Checks,
            $"""
            select name, kind, table_name, severity, outcome, violations, threshold, description, examples
            from starlift.checks where run_id = {run.RunId} order by kind, name
            """,
            cancellationToken);
        IReadOnlyList<StepRecord> ended = [.. steps.Select(StepOf)];
        return new RunDetail(run with { FinishedAt = EndOf(run, ended) }, ended, [.. checks.Select(CheckOf)])
        {
            Told = await ToldLoads.ReadAsync(warehouse, run.RunId, cancellationToken),
        };
    }

    // A run's record is committed with the run, and so is written before its commit ends.
    static DateTime? EndOf(RunRecord run, IReadOnlyList<StepRecord> steps) =>
        steps.FirstOrDefault(step => step.Kind == StepKind.Commit) is { } commit && commit.StartedAt + commit.Duration > run.FinishedAt
            ? commit.StartedAt + commit.Duration
            : run.FinishedAt;

    /// <summary>
    /// A SELECT of the runs, with NULL for what an earlier version did not keep; null where nothing was run yet. Reading changes nothing:
    /// what is missing is made by the next run.
    /// </summary>
    static async Task<string?> SourceAsync(IWarehouse warehouse, CancellationToken cancellationToken) =>
        await warehouse.ColumnsOfAsync(StarliftTables.Runs, cancellationToken) is { } found
            ? $"select {string.Join(", ", Columns.Select(column => found.Contains(column) ? column : $"cast(null as varchar(256)) as {column}"))} from starlift.runs"
            : null;

    static async Task<IReadOnlyList<object?[]>> RowsAsync(IWarehouse warehouse, TableName table, string sql, CancellationToken cancellationToken) =>
        await IsThereAsync(warehouse, table, cancellationToken) ? (await warehouse.QueryAsync(sql, cancellationToken)).Rows : [];

    static async Task<bool> IsThereAsync(IWarehouse warehouse, TableName table, CancellationToken cancellationToken) =>
        await warehouse.ColumnsOfAsync(table, cancellationToken) is not null;

    static string Count(CheckOutcome outcome) => $"sum(case when c.outcome = '{outcome.ToString().ToLowerInvariant()}' then 1 else 0 end)";

    static RunRecord RunOf(object?[] row) => new()
    {
        RunId = Number(row[0]),
        StartedAt = Time(row[1]),
        FinishedAt = row[2] is null ? null : Time(row[2]),
        Outcome = Enum.Parse<RunOutcome>(((string)row[3]!).Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
        Version = (string)row[4]!,
        Target = (string)row[5]!,
        Objects = Number(row[6]),
        Bytes = Number(row[7]),
        Rows = Number(row[8]),
        Rejects = Number(row[9]),
        Error = (string?)row[10],
        StartedBy = (string?)row[11],
        Project = (string?)row[12],
    };

    static StepRecord StepOf(object?[] row) => new()
    {
        Kind = Enum.Parse<StepKind>((string)row[0]!, ignoreCase: true),
        Name = (string)row[1]!,
        RowsRead = Number(row[2]),
        RowsInserted = Number(row[3]),
        RowsUpdated = Number(row[4]),
        Rejects = Number(row[5]),
        StartedAt = Time(row[6]),
        Duration = TimeSpan.FromMilliseconds(Number(row[7])),
    };

    static CheckResult CheckOf(object?[] row) => new()
    {
        Name = (string)row[0]!,
        Kind = Enum.Parse<CheckKind>(((string)row[1]!).Replace(" ", "", StringComparison.Ordinal), ignoreCase: true),
        Table = (string)row[2]!,
        Severity = Enum.Parse<CheckSeverity>((string)row[3]!, ignoreCase: true),
        Outcome = Enum.Parse<CheckOutcome>((string)row[4]!, ignoreCase: true),
        Violations = Number(row[5]),
        Threshold = Number(row[6]),
        Description = (string)row[7]!,
        Examples = (string)row[8]!,
    };

    static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);

    static DateTime Time(object? value) => DateTime.SpecifyKind((DateTime)value!, DateTimeKind.Utc);
}
