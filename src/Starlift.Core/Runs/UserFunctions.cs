using Starlift.Errors;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>Looks for the functions that a project calls and that Redshift does not have among those that users of the target have made.</summary>
static class UserFunctions
{
    /// <summary>Asks the target only where the project calls such functions.</summary>
    /// <exception cref="ConfigurationException">The target lacks some: all problems at once.</exception>
    public static async Task ThrowIfMissingAsync(Project project, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (project.OtherFunctions.Count == 0)
        {
            return;
        }

        var known = warehouse.Capabilities.UserFunctions ? await KnownAsync(project, warehouse, cancellationToken) : [];
        var missing = project.OtherFunctions.Where(function => !known.Contains(function.Name)).Select(function => function.Missing).ToList();
        if (missing.Count > 0)
        {
            throw new ConfigurationException(missing);
        }
    }

    static async Task<HashSet<string>> KnownAsync(Project project, IWarehouse warehouse, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", project.OtherFunctions.Select(function => Quoting.Literal(function.Name)));
        var found = await warehouse.QueryAsync(
            $"""
            select p.proname from pg_catalog.pg_proc as p
            join pg_catalog.pg_namespace as n on n.oid = p.pronamespace
            where n.nspname not in ('pg_catalog', 'information_schema') and p.proname in ({names})
            """,
            cancellationToken);
        return [.. found.Rows.Select(row => (string)row[0]!)];
    }
}
