using Starlift.Projects;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Meaning.Bound;

namespace Starlift.Lineage;

/// <summary>Where the rows and columns of a star table come from, as its model says: no warehouse is asked.</summary>
/// <param name="Table">The star table.</param>
/// <param name="Model">The name of the model that fills it.</param>
/// <param name="Reads">The tables that the model reads, its own included where it does; by name.</param>
/// <param name="Columns">In the order of the model.</param>
/// <param name="Rows">The columns that decide which rows there are; by table, column and use.</param>
public sealed record ModelLineage(
    TableName Table, string Model, IReadOnlyList<TableName> Reads, IReadOnlyList<FilledColumn> Columns, IReadOnlyList<LineageColumn> Rows)
{
    public static ModelLineage Of(Model model)
    {
        var columns = ColumnLineage.Of(model.Query);
        return new ModelLineage(
            model.Table,
            model.Name,
            [.. TableUse.Of(new BoundQueryStatement(model.Query.Span, model.Query)).Read.Select(table => NameOf(table.Schema, table.Name, model)).Distinct().OrderBy(name => name.ToString(), StringComparer.Ordinal)],
            [.. model.Query.Columns.Select((column, index) => new FilledColumn(column.Name, Sorted(columns[index], model)))],
            Sorted(RowLineage.Of(model.Query), model));
    }

    static IReadOnlyList<LineageColumn> Sorted(IEnumerable<ColumnInput> inputs, Model model) =>
    [
        .. inputs
            .Select(input => new LineageColumn(NameOf(input.Origin.Schema, input.Origin.Table, model), input.Origin.Column, input.Use))
            .OrderBy(column => column.Table.ToString(), StringComparer.Ordinal)
            .ThenBy(column => column.Column, StringComparer.Ordinal)
            .ThenBy(column => column.Use),
    ];

    static TableName NameOf(string schema, string table, Model model)
    {
        var name = new TableName(schema, table);
        return name.In(model.Reads) ?? (name.OtherName is { Schema: null } plain ? plain : name);
    }
}
