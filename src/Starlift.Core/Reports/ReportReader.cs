using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Reports;

/// <summary>Makes a project's report of what its target holds. Changes nothing there.</summary>
/// <param name="project">Whose report.</param>
/// <param name="warehouse">The open target, in no transaction.</param>
/// <param name="target">The target's name.</param>
/// <param name="version">Starlift's.</param>
/// <param name="time">Says when the report is made.</param>
public sealed class ReportReader(Project project, IWarehouse warehouse, string target, string version, TimeProvider time)
{
    /// <summary>Asks everything in one transaction that sees one moment, so that the answers fit together. May be called again.</summary>
    /// <exception cref="ConfigurationException">Charts name columns that their SELECT does not yield: all problems at once.</exception>
    /// <exception cref="StarliftException">A SELECT failed.</exception>
    public async Task<Report> ReadAsync(CancellationToken cancellationToken)
    {
        await warehouse.BeginReadingAsync(cancellationToken);
        try
        {
            var built = await BuiltAsync(cancellationToken);
            var reader = new ChartReader(warehouse);
            var charts = new List<ChartRows>();
            foreach (var chart in project.Charts)
            {
                charts.Add(await reader.ReadAsync(chart, built, cancellationToken));
            }

            return reader.Problems.Count > 0 ? throw new ConfigurationException(reader.Problems) : new Report
            {
                Project = project,
                Target = target,
                Version = version,
                CreatedAt = time.GetUtcNow().UtcDateTime,
                Charts = charts,
                Rows = await RowsAsync(built, cancellationToken),
                Runs = await new RunFactsReader(warehouse, project).ReadAsync(cancellationToken),
            };
        }
        finally
        {
            await warehouse.RollbackAsync();
        }
    }

    async Task<HashSet<TableName>> BuiltAsync(CancellationToken cancellationToken)
    {
        var built = new HashSet<TableName>();
        foreach (var table in project.Tables)
        {
            if (await warehouse.ColumnsOfAsync(table.Name, cancellationToken) is not null)
            {
                built.Add(table.Name);
            }
        }

        return built;
    }

    async Task<Dictionary<TableName, long>> RowsAsync(HashSet<TableName> built, CancellationToken cancellationToken)
    {
        var rows = new Dictionary<TableName, long>();
        foreach (var table in project.StarTables.Where(table => built.Contains(table.Name)))
        {
            rows[table.Name] = await warehouse.CountAsync($"select count(*) from {table.Name.Quoted}", cancellationToken);
        }

        return rows;
    }
}
