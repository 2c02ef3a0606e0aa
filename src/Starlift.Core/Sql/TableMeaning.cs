using Starlift.Sql.Meaning.Catalogues;

namespace Starlift.Sql;

/// <summary>A declared table as the binder takes it.</summary>
public static class TableMeaning
{
    /// <summary>The table with its columns; without a schema it is in <paramref name="defaultSchema"/>.</summary>
    public static TableDefinition Of(CreateTable table, string defaultSchema) => new(
        table.Name.Schema ?? defaultSchema,
        table.Name.Name,
        [.. table.Columns.Select(column => new Meaning.Catalogues.ColumnDefinition(column.Name, column.Type.ToDataType()) { IsIdentity = column.Identity is not null })]);
}
