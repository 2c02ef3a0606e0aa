using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Projects;

/// <summary>Tells from a model alone that no two of its rows have the same key, so that nobody need count them.</summary>
static class DistinctKey
{
    /// <summary>No two rows of the model can have the same key in its star table, whose columns hold what the rows hold.</summary>
    /// <param name="model">The SELECT.</param>
    /// <param name="table">With a key.</param>
    public static bool IsIn(Model model, Table table) => DistinctRows.KeyOf(model.Query) is { } positions && positions.All(position =>
    {
        var (name, type) = (model.Query.Columns[position].Name, model.Query.Columns[position].Type);
        return table.Key!.Contains(name) && table.Definition.Column(name) is { } stored && StaysDistinct(type, stored);
    });

    // digits that an engine calculates beyond a column's are rounded away, and letters that differ in case are the same in some columns
    static bool StaysDistinct(DataType shown, ColumnDefinition stored) =>
        !stored.CaseInsensitive && !shown.IsFloat && !shown.IsDecimal && shown == stored.Type.ToDataType();
}
