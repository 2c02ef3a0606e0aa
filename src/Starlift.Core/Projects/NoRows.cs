using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Projects;

/// <summary>
/// Tells from a SELECT alone that it has no rows where some tables have none, so that nobody need run it. Of what it does not understand
/// it claims nothing.
/// </summary>
sealed class NoRows
{
    static readonly string[] ClausesBehindWhere = ["group", "having", "qualify", "order", "limit", "offset"];
    static readonly string[] Clauses = ["where", .. ClausesBehindWhere];

    readonly SqlTokens _tokens;

    NoRows(SqlTokens tokens) => _tokens = tokens;

    /// <param name="select">The statement, with its common table expressions.</param>
    /// <param name="empty">The tables without rows.</param>
    public static bool AreIn(OtherStatement select, IReadOnlySet<TableName> empty)
    {
        var tokens = new SqlTokens(select.Source, select.Tokens);
        return Enumerable.Range(0, tokens.Count).All(i => !tokens[i].IsSymbol("(") || tokens.Opens(i, tokens.Count))
            && new NoRows(tokens).InQuery(0, tokens.Count, empty.Contains);
    }

    bool InQuery(int first, int end, Func<TableName, bool> isEmpty)
    {
        if (_tokens[first].Is("with"))
        {
            do
            {
                var name = first + 1;
                var open = BehindBracket(name + 1) + 1;
                if (!_tokens[open - 1].Is("as") || !_tokens.Opens(open, end))
                {
                    return false;
                }

                isEmpty = With(_tokens[name].Value, InQuery(open + 1, _tokens.Partner(open), isEmpty), isEmpty);
                first = _tokens.Partner(open) + 1;
            }
            while (_tokens[first].IsSymbol(","));
        }

        // Whatever puts them together, of nothing it makes nothing.
        while (true)
        {
            var operation = _tokens.FindOrEnd(first, end, "union", "intersect", "except", "minus");
            if (!InSelect(first, operation, isEmpty))
            {
                return false;
            }

            if (operation == end)
            {
                return true;
            }

            first = _tokens[operation + 1].Is("all") || _tokens[operation + 1].Is("distinct") ? operation + 2 : operation + 1;
        }
    }

    bool InSelect(int first, int end, Func<TableName, bool> isEmpty)
    {
        if (_tokens[first].IsSymbol("(") && _tokens.Opens(first, end))
        {
            var close = _tokens.Partner(first);
            return (close + 1 == end || _tokens[close + 1].Value is "order" or "limit" or "offset") && InQuery(first + 1, close, isEmpty);
        }

        var from = _tokens.Find(first, end, "from");
        if (!_tokens[first].Is("select") || from < 0 || _tokens[from - 1].Is("distinct"))
        {
            return false;
        }

        var sourceEnd = _tokens.FindOrEnd(from, end, Clauses);
        return !HasTotal(first, from, sourceEnd, end) && (InSource(from + 1, sourceEnd, isEmpty) || InFilter(sourceEnd, end, isEmpty));
    }

    /// <summary>An aggregate without GROUP BY, or a total in GROUP BY, is a row of no rows.</summary>
    bool HasTotal(int first, int from, int sourceEnd, int end)
    {
        var group = _tokens.Find(sourceEnd, end, "group");
        return group < 0
            ? _tokens.Find(sourceEnd, end, "having") >= 0
                || !ScalarCalls.OnlyWithWindows(_tokens, first, from)
                || !ScalarCalls.OnlyWithWindows(_tokens, _tokens.FindOrEnd(sourceEnd, end, ClausesBehindWhere), end)
            : Enumerable.Range(group, end - group).Any(i =>
                (_tokens[i].Kind == TokenKind.Word && _tokens[i].Value is "all" or "cube" or "grouping" or "rollup")
                || (_tokens[i].IsSymbol("(") && _tokens[i + 1].IsSymbol(")")));
    }

    /// <summary>Tables and queries joined so that no row is left where one of them has none.</summary>
    bool InSource(int at, int end, Func<TableName, bool> isEmpty)
    {
        var (isNone, isOptional, isConditional) = (false, false, false);
        while (true)
        {
            if (ItemAt(at, isEmpty) is not var (isItemNone, next) || next > end || _tokens[next].IsSymbol("("))
            {
                return false;
            }

            isNone |= isItemNone && !isOptional;
            at = BehindAlias(next, end);
            if (isConditional != (_tokens[at].Is("on") || _tokens[at].Is("using")))
            {
                return false;
            }

            at = isConditional ? BehindCondition(at, end) : at;
            if (at >= end)
            {
                return isNone;
            }

            var isComma = _tokens[at].IsSymbol(",");
            var join = isComma ? at : _tokens.Find(at, end, "join");
            var words = Enumerable.Range(at, Math.Max(join - at, 0)).Select(i => _tokens[i].Value).ToList();
            if (join < 0 || words.Any(word => word is not ("inner" or "cross" or "natural" or "left" or "outer")))
            {
                return false;
            }

            isOptional = words.Contains("left");
            isConditional = !isComma && !words.Contains("cross") && !words.Contains("natural");
            at = join + 1;
        }
    }

    (bool IsNone, int End)? ItemAt(int at, Func<TableName, bool> isEmpty) =>
        _tokens[at].IsSymbol("(") ? (InQuery(at + 1, _tokens.Partner(at), isEmpty), BehindBracket(at))
        : _tokens.TableAt(at) is var (name, end) ? (isEmpty(name), end)
        : null;

    /// <summary>One of the conditions that all must hold looks for a column in a query that has no rows.</summary>
    bool InFilter(int where, int end, Func<TableName, bool> isEmpty)
    {
        end = _tokens.FindOrEnd(where, end, ClausesBehindWhere);
        if (!_tokens[where].Is("where") || _tokens.Find(where, end, "or", "between") >= 0)
        {
            return false;
        }

        for (var first = where + 1; first < end;)
        {
            var conditionEnd = _tokens.FindOrEnd(first, end, "and");
            var open = (_tokens[first + 1].IsSymbol(".") ? first + 3 : first + 1) + 1;
            if (_tokens[open - 1].Is("in") && _tokens[first].IsName && _tokens[open].IsSymbol("(") && _tokens.Partner(open) == conditionEnd - 1
                && InQuery(open + 1, conditionEnd - 1, isEmpty))
            {
                return true;
            }

            first = conditionEnd + 1;
        }

        return false;
    }

    int BehindAlias(int at, int end)
    {
        at += _tokens[at].Is("as") ? 1 : 0;
        return at < end && _tokens[at].IsName && !IsJoin(at) && _tokens[at].Value is not ("on" or "using" or "pivot" or "unpivot")
            ? BehindBracket(at + 1)
            : at;
    }

    int BehindCondition(int at, int end)
    {
        foreach (var i in _tokens.Shallow(at + 1, end))
        {
            if (IsJoin(i) || _tokens[i].IsSymbol(","))
            {
                return i;
            }
        }

        return end;
    }

    // LEFT and RIGHT are functions too.
    bool IsJoin(int at) => _tokens[at].Kind == TokenKind.Word && _tokens[at].Value switch
    {
        "join" or "inner" or "cross" or "natural" => true,
        "left" or "right" or "full" => !_tokens[at + 1].IsSymbol("("),
        _ => false,
    };

    /// <summary>Behind the bracket at <paramref name="at"/>; where there is none, there.</summary>
    int BehindBracket(int at) => _tokens[at].IsSymbol("(") ? _tokens.Partner(at) + 1 : at;

    static Func<TableName, bool> With(string name, bool isEmpty, Func<TableName, bool> outer) =>
        table => table.Schema is null && table.Name == name ? isEmpty : outer(table);
}
