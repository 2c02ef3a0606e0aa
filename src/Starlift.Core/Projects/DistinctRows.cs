using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Projects;

/// <summary>
/// Tells from a SELECT alone that no two of its rows are the same in some columns, so that nobody need count them: SELECT DISTINCT of
/// plain columns of one table, and SELECTs over that which leave out rows and add columns. Of everything else it claims nothing.
/// </summary>
static class DistinctRows
{
    /// <summary>No two rows of the model can have the same key in its star table, whose columns hold what the rows hold.</summary>
    /// <param name="model">The SELECT.</param>
    /// <param name="table">With a key.</param>
    /// <param name="tables">What is known of a table; null for one that is not known.</param>
    public static bool HaveKey(Model model, Table table, Func<TableName, CreateTable?> tables)
    {
        var tokens = new SqlTokens(model.Select.Source, model.Select.Tokens);
        return ColumnsOf(tokens, 0, tokens.Count, tables) is { } columns && columns.All(column =>
            table.Key!.Contains(column.Key)
            && table.Definition.Column(column.Key) is { } stored
            && stored.Type == column.Value.Type
            && stored.CaseInsensitive == column.Value.CaseInsensitive);
    }

    /// <summary>The columns that differ in any two rows, by name, each with the definition of the column that it shows; null for none.</summary>
    static Dictionary<string, ColumnDefinition>? ColumnsOf(SqlTokens tokens, int first, int end, Func<TableName, CreateTable?> tables)
    {
        var from = tokens.Find(first, end, "from");
        if (!tokens[first].Is("select") || from < 0 || tokens.Find(first, end, "group", "union", "intersect", "except", "minus") >= 0)
        {
            return null;
        }

        var source = (First: from + 1, End: tokens.FindOrEnd(from, end, "where", "qualify", "order", "limit", "offset"));
        return tokens[first + 1].Is("distinct")
            ? ColumnsOfTable(tokens, [.. tokens.Split(first + 2, from)], source, tables)
            : ColumnsOfQuery(tokens, [.. tokens.Split(first + 1, from)], source, tables);
    }

    static Dictionary<string, ColumnDefinition>? ColumnsOfTable(
        SqlTokens tokens, List<(int First, int End)> items, (int First, int End) source, Func<TableName, CreateTable?> tables)
    {
        if (tokens.TableAt(source.First) is not var (name, nameEnd) || !IsAlias(tokens, nameEnd, source.End) || tables(name) is not { } table)
        {
            return null;
        }

        var columns = new Dictionary<string, ColumnDefinition>();
        foreach (var item in items)
        {
            if (PlainColumn(tokens, item, tokens[source.End - 1].Value) is not var (column, shown)
                || table.Column(column) is not { } definition
                || !columns.TryAdd(shown, definition))
            {
                return null;
            }
        }

        return columns;
    }

    static Dictionary<string, ColumnDefinition>? ColumnsOfQuery(
        SqlTokens tokens, List<(int First, int End)> items, (int First, int End) source, Func<TableName, CreateTable?> tables)
    {
        var close = tokens.Partner(source.First);
        if (!tokens[source.First].IsSymbol("(") || !IsAlias(tokens, close + 1, source.End) || !items.All(item => ScalarCalls.Only(tokens, item.First, item.End))
            || ColumnsOf(tokens, source.First + 1, close, tables) is not { } below)
        {
            return null;
        }

        var shownAs = new Dictionary<string, string>();
        foreach (var (column, shown) in items.Select(item => PlainColumn(tokens, item, tokens[source.End - 1].Value)).OfType<(string, string)>())
        {
            shownAs.TryAdd(column, shown);
        }

        return below.Keys.All(shownAs.ContainsKey) ? below.ToDictionary(column => shownAs[column.Key], column => column.Value) : null;
    }

    /// <summary>A column as FROM's one table has it, and the name it is given; null where the item is anything else.</summary>
    static (string Column, string Shown)? PlainColumn(SqlTokens tokens, (int First, int End) item, string table)
    {
        var (first, end) = item;
        first += tokens[first].IsName && tokens[first].Value == table && tokens[first + 1].IsSymbol(".") ? 2 : 0;
        return first < end && tokens[first].IsName && IsAlias(tokens, first + 1, end) ? (tokens[first].Value, tokens[end - 1].Value) : null;
    }

    // Nothing, a name, or AS and a name.
    static bool IsAlias(SqlTokens tokens, int first, int end) => (end - first) switch
    {
        0 => true,
        1 => tokens[first].IsName,
        2 => tokens[first].Is("as") && tokens[first + 1].IsName,
        _ => false,
    };
}
