using System.Globalization;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>The loads of one run of a project.</summary>
/// <param name="RunId">The run.</param>
/// <param name="Numbers">By load, the number of its COPY.</param>
/// <param name="First">By load, the number of the first COPY that the history knows.</param>
/// <param name="IsWhole">The history goes back to the target's first run.</param>
sealed record RunLoads(long RunId, IReadOnlyDictionary<string, long> Numbers, IReadOnlyDictionary<string, long> First, bool IsWhole)
{
    /// <summary>The load has loaded objects before this run, or nobody knows.</summary>
    public bool HasEarlier(string load) => !IsWhole || First[load] < Numbers[load];

    /// <exception cref="ConfigurationException">The target knows no such run.</exception>
    public static async Task<RunLoads> ReadAsync(IWarehouse warehouse, Project project, long runId, CancellationToken cancellationToken)
    {
        var found = await warehouse.FindTablesAsync([StarliftTables.Runs, StarliftTables.Loads], cancellationToken);
        if (found.Find(StarliftTables.Loads) is not { } loads || found.Find(StarliftTables.Runs) is null)
        {
            throw Unknown(runId);
        }

        var first = await warehouse.QueryAsync("select min(run_id), count(case when run_id = " + runId.ToString(CultureInfo.InvariantCulture) + " then 1 end) from starlift.runs", cancellationToken);
        if (Number(first.Rows[0][1]) == 0)
        {
            throw Unknown(runId);
        }

        var isOwn = loads.Column("project") is null ? "1 = 1" : $"(project is null or project = {Quoting.Literal(project.Name)})";
        var rows = (await warehouse.QueryAsync(
            $"""
            select load_name, min(load_id), max(case when run_id = {runId} then load_id end)
            from starlift.loads where status = 'completed' and objects > 0 and load_name is not null and {isOwn} group by load_name
            """,
            cancellationToken)).Rows;
        return new RunLoads(
            runId,
            rows.Where(row => row[2] is not null).ToDictionary(row => (string)row[0]!, row => Number(row[2])),
            rows.ToDictionary(row => (string)row[0]!, row => Number(row[1])),
            Number(first.Rows[0][0]) == 1);
    }

    static ConfigurationException Unknown(long runId) => new($"the target knows no run {runId}", hint: "starlift runs lists them");

    static long Number(object? value) => Convert.ToInt64(value, CultureInfo.InvariantCulture);
}
