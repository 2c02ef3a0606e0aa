using Starlift.Sql;

namespace Starlift.Projects;

/// <summary>
/// Finds the tables that a SELECT reads: names behind FROM, JOIN and the commas of a FROM clause. A common table expression named
/// like a table counts as that table, because it may read it: a dependency too many costs nothing, one too few a wrong order.
/// </summary>
sealed class TableMentions
{
    readonly Stack<Scope> _outer = [];
    Scope _scope;

    /// <param name="tokens">The statement, <see cref="TokenKind.End"/> last.</param>
    /// <param name="tables">The tables to look for.</param>
    public static IReadOnlySet<TableName> In(IReadOnlyList<Token> tokens, IReadOnlySet<TableName> tables)
    {
        var mentions = new TableMentions();
        var found = new HashSet<TableName>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!mentions.ExpectsTable(tokens, i))
            {
                continue;
            }

            var name = i + 2 < tokens.Count && tokens[i + 1].IsSymbol(".")
                ? new TableName(tokens[i].Value, tokens[i + 2].Value)
                : new TableName(null, tokens[i].Value);
            if (tables.Contains(name))
            {
                found.Add(name);
            }
        }

        return found;
    }

    bool ExpectsTable(IReadOnlyList<Token> tokens, int index)
    {
        var token = tokens[index];
        switch (token)
        {
            case { Kind: TokenKind.Symbol, Value: "(" }:
                _outer.Push(_scope);
                _scope = new Scope(InFrom: _scope.Expecting, Expecting: _scope.Expecting, InCall: !_scope.Expecting);
                return false;
            case { Kind: TokenKind.Symbol, Value: ")" }:
                _scope = (_outer.TryPop(out var outer) ? outer : default) with { Expecting = false };
                return false;
            case { Kind: TokenKind.Symbol, Value: "," }:
                _scope = _scope with { Expecting = _scope.InFrom };
                return false;
            case { Kind: TokenKind.Word, Value: "from" }:
                // extract(day from ts), a is distinct from b
                if (!_scope.InCall && !(index > 0 && tokens[index - 1].Is("distinct")))
                {
                    _scope = _scope with { InFrom = true, Expecting = true };
                }

                return false;
            case { Kind: TokenKind.Word, Value: "join" }:
                _scope = _scope with { InFrom = true, Expecting = true };
                return false;
            case { Kind: TokenKind.Word, Value: "select" or "where" or "group" or "having" or "qualify" or "order" or "limit" or "union" or "intersect" or "except" or "minus" }:
                _scope = default;
                return false;
            default:
                var expected = _scope.Expecting && token.IsName;
                _scope = _scope with { Expecting = false };
                return expected;
        }
    }

    /// <param name="InFrom">Commas part tables.</param>
    /// <param name="Expecting">The next name is a table's.</param>
    /// <param name="InCall">Between brackets that no SELECT has begun in: FROM is a word of a function's there.</param>
    readonly record struct Scope(bool InFrom, bool Expecting, bool InCall);
}
