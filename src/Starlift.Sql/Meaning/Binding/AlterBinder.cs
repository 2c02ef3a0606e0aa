using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Meaning.Binding;

/// <summary>Finds what ALTER TABLE changes, and refuses what Redshift's doesn't do (Amazon Redshift: "ALTER TABLE").</summary>
sealed class AlterBinder(BindContext context, QueryBinder queries, DefinitionBinder definitions)
{
    /// <summary>The table, as it is before the change.</summary>
    public TableDefinition Bind(AlterTableStatement alter)
    {
        var table = queries.Items.Table(alter.Table);
        foreach (var action in alter.Actions)
        {
            Check(table, action);
        }

        return table;
    }

    void Check(TableDefinition table, AlterAction action)
    {
        switch (action)
        {
            case AddColumn add:
                CheckAdded(table, add.Column);
                break;
            case DropColumn drop:
                definitions.IndexOf(table, drop.Column);
                if (table is { IsOpen: false, Columns.Count: 1 })
                {
                    throw context.Fail(SqlStates.InvalidTableDefinition, $"cannot drop column \"{drop.Column.Name}\": it is the only one of table \"{table.Name}\"", drop.Span, "drop the table");
                }

                break;
            case RenameColumn rename:
                definitions.IndexOf(table, rename.Column);
                break;
            case ChangeColumnType change:
                definitions.IndexOf(table, change.Column);
                break;
        }
    }

    void CheckAdded(TableDefinition table, TableColumn column)
    {
        var added = definitions.Column(column);
        if (table.IndexOf(added.Name) >= 0)
        {
            throw context.Fail(SqlStates.DuplicateColumn, $"column \"{added.Name}\" of relation \"{table.Name}\" already exists", column.Name.Span);
        }

        foreach (var attribute in column.Attributes)
        {
            if (NotAdded(attribute.Kind) is { } words)
            {
                throw context.Fail(SqlStates.FeatureNotSupported, $"ALTER TABLE ADD COLUMN can't make a column with {words}", attribute.Span, "make a new table, and copy the rows into it");
            }
        }

        if (column.Attributes.FirstOrDefault(attribute => attribute.Kind == ColumnAttributeKind.NotNull) is { } required
            && !column.Attributes.Any(attribute => attribute is { Kind: ColumnAttributeKind.Default, Value: not (null or NullLiteral) }))
        {
            throw context.Fail(
                SqlStates.InvalidTableDefinition, "ALTER TABLE ADD COLUMN defined as NOT NULL must have a non-null default expression", required.Span, "rows that are there need a value: add DEFAULT");
        }
    }

    // keys of an added column need a statement of their own, or can't be had
    static string? NotAdded(ColumnAttributeKind kind) => kind switch
    {
        ColumnAttributeKind.PrimaryKey => "PRIMARY KEY",
        ColumnAttributeKind.Unique => "UNIQUE",
        ColumnAttributeKind.References => "REFERENCES",
        ColumnAttributeKind.Identity or ColumnAttributeKind.IdentityByDefault => "IDENTITY",
        ColumnAttributeKind.DistKey => "DISTKEY",
        ColumnAttributeKind.SortKey => "SORTKEY",
        _ => null,
    };
}
