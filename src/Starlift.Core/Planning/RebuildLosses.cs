using Starlift.History;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Tables;

namespace Starlift.Planning;

/// <summary>Finds what vanished objects have brought to tables that are emptied: it can't be loaded again.</summary>
/// <param name="project">Whose tables.</param>
/// <param name="tables">What the target has of each.</param>
/// <param name="fills">From when on each table holds what a load has loaded.</param>
sealed class RebuildLosses(Project project, IReadOnlyList<PlannedTable> tables, IReadOnlyList<StarFill> fills)
{
    readonly RebuildScope _scope = new(project);
    readonly HashSet<TableName> _empty =
        [.. tables.Where(table => table.State is TableState.Missing or TableState.TakenEmpty).Select(table => table.Table)];

    /// <param name="rebuild">What is emptied.</param>
    /// <param name="loads">With the objects that have vanished.</param>
    public IReadOnlyList<LedgerEntry> Of(Rebuild rebuild, IEnumerable<LoadPlan> loads) =>
    [
        .. loads.SelectMany(load => load.Vanished).Where(entry => rebuild.Tables.Any(table => Holds(table, entry))),
    ];

    bool Holds(TableName table, LedgerEntry entry)
    {
        if (_empty.Contains(table))
        {
            return false;
        }

        var known = fills.Where(fill => fill.Table == table).ToList();
        // Where nothing is known of any load, starlift.fills was dropped, and it may hold everything.
        return known.Find(fill => fill.Load == entry.Load) is { } own
            ? own.Since <= entry.LoadId || known.All(fill => fill.Since == long.MaxValue)
            : _scope.AllLoadsOf(table).Contains(entry.Load);
    }
}
