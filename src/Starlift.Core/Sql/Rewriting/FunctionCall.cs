using Starlift.Errors;

namespace Starlift.Sql.Rewriting;

/// <summary>A call: name, bracket, arguments, and the clauses of aggregates behind it. Immutable.</summary>
public sealed class FunctionCall
{
    readonly SqlRewriter _sql;
    readonly int _index;
    readonly int _bracketEnd;
    readonly int _groupEnd;
    readonly int _clausesEnd;
    readonly int _nulls;

    FunctionCall(SqlRewriter sql, int index, int end)
    {
        _sql = sql;
        _index = index;
        _bracketEnd = sql.Tokens.Partner(index + 1) + 1;
        var first = index + 2;
        Distinct = sql.Tokens[first].Is("distinct") && first < _bracketEnd - 1;
        Arguments = Split(Distinct ? first + 1 : first);
        var group = CallClauses.WithinGroup(sql.Tokens, _bracketEnd, end);
        _groupEnd = Math.Max(group, _bracketEnd);
        WithinGroup = group > 0 ? new Argument(sql, _bracketEnd + 3, group - 1) : null;
        _clausesEnd = CallClauses.End(sql.Tokens, _groupEnd, end, out _nulls);
    }

    /// <summary>Folded to lower case.</summary>
    public string Name => _sql.Tokens[_index].Value;

    /// <summary>DISTINCT stands before the first argument.</summary>
    public bool Distinct { get; }

    public IReadOnlyList<Argument> Arguments { get; }

    /// <summary>What the bracket of WITHIN GROUP holds, ORDER BY included; null where there is none.</summary>
    public Argument? WithinGroup { get; }

    /// <summary>FILTER (…) and OVER (…), rendered and with a blank before; empty where there are none.</summary>
    public string Clauses => ClausesFrom(_groupEnd);

    public bool HasOver => _sql.Tokens.Find(_groupEnd, _clausesEnd, "over") >= 0;

    /// <summary>IGNORE NULLS or RESPECT NULLS behind the bracket, with a blank before; empty where there is none.</summary>
    public string Nulls => _nulls < 0 ? "" : $" {_sql.Render(_nulls, _nulls + 2)}";

    /// <summary>The call at <paramref name="index"/>; null where there is none that ends before <paramref name="end"/>.</summary>
    public static FunctionCall? At(SqlRewriter sql, int index, int end)
    {
        var tokens = sql.Tokens;
        return tokens[index].Kind == TokenKind.Word && tokens[index + 1].IsSymbol("(") && tokens.Opens(index + 1, end)
            && !tokens[index - 1].IsSymbol(".") && !NamesTable(tokens[index - 1])
                ? new FunctionCall(sql, index, end)
                : null;
    }

    /// <summary>The text in the place of name and bracket; clauses stay behind it.</summary>
    public Rewritten With(string text) => new(text, _bracketEnd);

    /// <summary>The text in the place of the call with all of its clauses.</summary>
    public Rewritten WithAll(string text) => new(text, _clausesEnd);

    /// <summary>The same arguments under another name.</summary>
    public Rewritten Renamed(string name) => With($"{name}({string.Join(", ", Arguments.Select(argument => argument.Text))})");

    public ConfigurationException Error(string what, string hint) => _sql.Tokens.Error(_index, what, hint);

    static bool NamesTable(Token before) => before.Kind == TokenKind.Word && before.Value is "into" or "table" or "view" or "references";

    string ClausesFrom(int first)
    {
        var end = _nulls < 0 ? _clausesEnd : _nulls;
        var text = end > first ? $" {_sql.Render(first, end)}" : "";
        return _nulls >= 0 && _clausesEnd > _nulls + 2 ? $"{text} {_sql.Render(_nulls + 2, _clausesEnd)}" : text;
    }

    List<Argument> Split(int first) => first >= _bracketEnd - 1
        ? []
        : [.. _sql.Tokens.Split(first, _bracketEnd - 1).Select(part => new Argument(_sql, part.First, part.End))];
}
