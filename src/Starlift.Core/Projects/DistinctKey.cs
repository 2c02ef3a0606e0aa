using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>Tells from a model's text alone that no two of its rows have the same key, so that nobody need count them.</summary>
static class DistinctKey
{
    /// <summary>No two rows of the model can have the same key in its star table, whose columns hold what the rows hold.</summary>
    /// <param name="model">The SELECT.</param>
    /// <param name="table">With a key.</param>
    /// <param name="tables">What is known of a table; null for one that is not known.</param>
    public static bool IsIn(Model model, Table table, Func<TableName, CreateTable?> tables) =>
        DistinctRows.Of(model.Select.Query!) is { } rows
        && tables(TableName.Of(rows.Table)) is { } source
        && rows.Columns.All(column =>
            table.Key!.Contains(column.Key)
            && table.Definition.Column(column.Key) is { } stored
            && source.Column(column.Value) is { } shown
            && stored.Type == shown.Type
            && stored.CaseInsensitive == shown.CaseInsensitive);
}
