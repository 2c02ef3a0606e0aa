using Starlift.Projects;

namespace Starlift.Runs;

/// <summary>
/// The order in which tables are made: a table comes after those that it refers to with REFERENCES, which must be there already
/// (Amazon Redshift: "CREATE TABLE", REFERENCES). The other way round is the order in which they are dropped.
/// </summary>
static class TableOrder
{
    /// <summary>Tables that refer to each other in a circle come in the order given.</summary>
    public static IReadOnlyList<Table> Of(IEnumerable<Table> tables)
    {
        var all = tables.ToList();
        var ordered = new List<Table>();
        var visited = new HashSet<Table>(ReferenceEqualityComparer.Instance);
        all.ForEach(Visit);
        return ordered;

        void Visit(Table table)
        {
            if (!visited.Add(table))
            {
                return;
            }

            all.Where(other => table.Definition.ForeignKeys.Any(key => key.Table == other.Name)).ToList().ForEach(Visit);
            ordered.Add(table);
        }
    }
}
