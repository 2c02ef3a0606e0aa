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

    /// <summary>The table whose rows are moved; both must have the same columns, but for what the statement lets differ (Amazon Redshift: "ALTER TABLE APPEND").</summary>
    public TableDefinition Source(AlterTableStatement alter, AppendFrom append)
    {
        var (target, source) = (queries.Items.Table(alter.Table), queries.Items.Table(append.Source));
        if (append.Mismatch != AppendMismatch.IgnoreExtra && source.Columns.FirstOrDefault(column => target.IndexOf(column.Name) < 0) is { } extra)
        {
            throw context.Fail(SqlStates.DatatypeMismatch, $"table \"{source.Name}\" has a column \"{extra.Name}\" that table \"{target.Name}\" has not", append.Span, "IGNOREEXTRA leaves it out");
        }

        if (append.Mismatch != AppendMismatch.FillTarget && target.Columns.FirstOrDefault(column => source.IndexOf(column.Name) < 0) is { } missing)
        {
            throw context.Fail(SqlStates.DatatypeMismatch, $"table \"{target.Name}\" has a column \"{missing.Name}\" that table \"{source.Name}\" has not", append.Span, "FILLTARGET fills it with its default");
        }

        return target.Columns.FirstOrDefault(column => source.IndexOf(column.Name) is >= 0 and var index && source.Columns[index].Type != column.Type) is { } other
            ? throw context.Fail(SqlStates.DatatypeMismatch, $"column \"{other.Name}\" has another type in table \"{source.Name}\"", append.Span)
            : source;
    }

    void Check(TableDefinition table, AlterAction action)
    {
        switch (action)
        {
            case AddColumn add:
                CheckAdded(table, add.Column);
                break;
            case DropColumn drop:
                var index = definitions.IndexOf(table, drop.Column);
                if (index >= 0 && index < table.Columns.Count && table.Columns[index].IsKey)
                {
                    throw context.Fail(SqlStates.InvalidTableDefinition, $"cannot drop column \"{drop.Column.Name}\": it is a distribution key or a sort key", drop.Span, "make a new table, and copy the rows into it");
                }

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
