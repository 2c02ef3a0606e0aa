using Starlift.Sql.Tree;

namespace Starlift.Projects;

/// <summary>
/// Tells from a query alone that no two of its rows are the same in some columns, so that nobody need count them: SELECT DISTINCT of
/// plain columns of one table, and SELECTs over that which leave out rows and add columns. Of everything else it claims nothing.
/// </summary>
sealed record DistinctRows
{
    DistinctRows(QualifiedName table, IReadOnlyDictionary<string, string> columns)
    {
        Table = table;
        Columns = columns;
    }

    /// <summary>The table whose columns they show, as it is written.</summary>
    public QualifiedName Table { get; }

    /// <summary>The columns that differ in any two rows: the name that each is given, and its name in the table.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; }

    /// <summary>Null where nothing is claimed.</summary>
    public static DistinctRows? Of(Query query) => query is { With: null, Body: Select select } ? Of(select) : null;

    static DistinctRows? Of(Select select)
    {
        if (select is not { From: [var source], GroupBy: null, ConnectBy: null, Exclude: null, Into: null })
        {
            return null;
        }

        return (source, select.Distinct) switch
        {
            (TableReference table, { On: [] }) => OfTable(select, table),
            (SubqueryItem query, null) => OfQuery(select, query),
            _ => null,
        };
    }

    static DistinctRows? OfTable(Select select, TableReference table)
    {
        var columns = new Dictionary<string, string>();
        foreach (var item in select.Items)
        {
            if (PlainColumn(item, table.Alias ?? (SqlNode)table) is not var (column, shown) || !columns.TryAdd(shown, column))
            {
                return null;
            }
        }

        return new DistinctRows(table.Name, columns);
    }

    static DistinctRows? OfQuery(Select select, SubqueryItem query)
    {
        if (query.Alias is { Columns.Count: > 0 } || !select.Items.All(item => ScalarCalls.Only(item)) || Of(query.Query) is not { } below)
        {
            return null;
        }

        var shownAs = new Dictionary<string, string>();
        foreach (var item in select.Items)
        {
            if (PlainColumn(item, query.Alias) is var (column, shown))
            {
                shownAs.TryAdd(column, shown);
            }
        }

        return below.Columns.Keys.All(shownAs.ContainsKey) && below.Columns.Keys.Select(column => shownAs[column]).Distinct().Count() == below.Columns.Count
            ? new DistinctRows(below.Table, below.Columns.ToDictionary(column => shownAs[column.Key], column => column.Value))
            : null;
    }

    /// <summary>A column of FROM's one table, and the name it is given; null where the item is anything else.</summary>
    static (string Column, string Shown)? PlainColumn(SelectItem item, SqlNode? table)
    {
        var name = table switch
        {
            TableAlias { Columns: [] } alias => alias.Name.Name,
            TableReference reference => reference.Name.Parts[^1].Name,
            _ => null,
        };
        return item.Value is ColumnReference { Parts: var parts } && (parts.Count == 1 || (parts.Count == 2 && parts[0].Name == name))
            ? (parts[^1].Name, (item.Alias ?? parts[^1]).Name)
            : null;
    }
}
