namespace Starlift.Sql.Rewriting;

/// <summary>
/// Names the columns of a query that state no name as Redshift does: a call after its function, a cast after its column. Else they would
/// be named after what they are rewritten to, and an outer query could not find them.
/// </summary>
public sealed class ColumnNames
{
    readonly Dictionary<int, (int End, string Name)> _items = [];
    readonly HashSet<int> _busy = [];

    readonly SuperPaths _super;

    public ColumnNames(SqlTokens tokens, SuperPaths super)
    {
        _super = super;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Is("select") && !tokens[i - 1].IsSymbol("."))
            {
                foreach (var (first, end) in tokens.SelectList(i))
                {
                    Add(tokens, first, end);
                }
            }
        }
    }

    public Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        if (!_items.TryGetValue(index, out var item) || item.End > end || !_busy.Add(index))
        {
            return null;
        }

        var text = sql.Render(index, item.End);
        _busy.Remove(index);
        return new Rewritten($"{text} AS {Quoting.Name(item.Name)}", item.End);
    }

    void Add(SqlTokens tokens, int first, int end)
    {
        if (Operands.End(tokens, first, end) == end && NameOf(tokens, first, end) is { } name)
        {
            _items[first] = (end, name);
        }
    }

    string? NameOf(SqlTokens tokens, int first, int end)
    {
        var baseEnd = Operands.Base(tokens, first, end);
        if (baseEnd < 0 || tokens[first].Kind != TokenKind.Word && tokens[first].Kind != TokenKind.QuotedName)
        {
            return null;
        }

        if (tokens[first + 1].IsSymbol("("))
        {
            return tokens[first].Value switch
            {
                "cast" => tokens.Find(first + 2, tokens.Partner(first + 1), "as") is > 0 and var at
                    ? NameOf(tokens, first + 2, at) ?? (at == first + 3 && tokens[first + 2].IsName ? tokens[first + 2].Value : null)
                    : null,
                "nvl" => "coalesce",
                "extract" => "date_part",
                var name => name,
            };
        }

        // a plain column names itself; with a cast behind it, or a path into it, its name is lost
        return tokens[baseEnd - 1].IsName && (_super.HasStepsAt(tokens, first, end) || (baseEnd < end && tokens[baseEnd].IsSymbol("::")))
            ? tokens[baseEnd - 1].Value
            : null;
    }
}
