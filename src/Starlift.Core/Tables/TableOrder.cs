using Starlift.Projects;

namespace Starlift.Tables;

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
        var places = all.Select((table, index) => (table.Name, index)).ToLookup(pair => pair.Name, pair => pair.index);
        return DependencyOrder.Of(
            all,
            table => table.Definition.ForeignKeys.SelectMany(key => places[key.Table]).Distinct().Order().Select(index => all[index]),
            _ => { });
    }
}
