using Starlift.Checks;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Runs all checks of a project, those of its constraints and those of checks/, on what is published. Changes nothing. A check that
/// reads a staging table which is gone with its run is skipped: it speaks of that run's records. One that reads changed rows reads all.
/// </summary>
/// <param name="project">Whose checks.</param>
/// <param name="warehouse">Where; in no transaction.</param>
public sealed class PublishedChecks(Project project, IWarehouse warehouse)
{
    /// <returns>One a check; whether it failed is for the caller to look at.</returns>
    /// <exception cref="StarliftException">Nothing is published, or the warehouse refused a check's SELECT.</exception>
    public Task<IReadOnlyList<CheckResult>> RunAsync(CancellationToken cancellationToken) =>
        warehouse.ReadAsync(() => ReadAsync(cancellationToken), cancellationToken);

    async Task<IReadOnlyList<CheckResult>> ReadAsync(CancellationToken cancellationToken)
    {
        var results = new List<CheckResult>();
        foreach (var table in project.StarTables)
        {
            await ThrowIfMissingAsync(table, cancellationToken);
            IReadOnlyList<StarRule> rules = [.. StarRules.AllKeys(table), .. StarRules.Constraints(table, table.Name.Quoted, project)];
            results.AddRange(await StarChecks.RunAsync(warehouse, rules, cancellationToken));
        }

        var gone = await GoneAsync(cancellationToken);
        foreach (var check in project.Checks)
        {
            results.Add(check.Reads.Overlaps(gone) ? SqlChecks.Skipped(check) : await new SqlChecks(warehouse, table => table.Quoted).RunAsync(check, cancellationToken));
        }

        return results;
    }

    async Task<HashSet<TableName>> GoneAsync(CancellationToken cancellationToken)
    {
        // A table that is not the project's own has other records, whatever its name is.
        var target = await TargetTables.ReadAsync(project, warehouse, [], null, cancellationToken);
        var there = target.OwnStaging(StagingKind.Temporary).Select(table => table.Name).ToHashSet();
        return [.. project.StagingTables.Select(table => table.Name).Where(name => !there.Contains(name))];
    }

    async Task ThrowIfMissingAsync(Table table, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(table.Name, cancellationToken) is null)
        {
            throw new StarliftException(
                ExitCode.RunFailed, new Problem($"nothing is published yet: the target has no table {table.Name}", Hint: "run the project first: starlift run"));
        }
    }
}
