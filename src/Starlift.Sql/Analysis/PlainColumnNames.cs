using Starlift.Sql.Tree;

namespace Starlift.Sql.Analysis;

/// <summary>What a query's columns are called on every engine, where its text tells.</summary>
public static class PlainColumnNames
{
    /// <returns>
    /// Names in order; null where a column is neither a plain one nor has an alias behind AS, or where one is written in quotes: engines
    /// differ in those.
    /// </returns>
    public static IReadOnlyList<string>? Of(Query query)
    {
        if (FirstSelect(query.Body) is not { } select)
        {
            return null;
        }

        var names = select.Items.Select(NameOf).ToList();
        return names.Contains(null) || select.Exclude is not null ? null : names.OfType<string>().ToList();
    }

    static Select? FirstSelect(QueryBody body) => body switch
    {
        Select select => select,
        SetOperation operation => FirstSelect(operation.Left),
        NestedQuery nested => FirstSelect(nested.Query.Body),
        _ => null,
    };

    static string? NameOf(SelectItem item)
    {
        var name = item.Alias ?? (item.Value is ColumnReference { Parts.Count: <= 2 } column ? column.Parts[^1] : null);
        return name is { Quoted: false } ? name.Name : null;
    }
}
