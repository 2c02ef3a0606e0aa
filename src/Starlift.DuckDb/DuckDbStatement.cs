using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Turns one statement that Starlift carries as text into DuckDB's.</summary>
sealed class DuckDbStatement
{
    const string Nothing = "SELECT 1 WHERE false";

    readonly SqlTokens _tokens;
    readonly SqlRewriter _sql;

    public DuckDbStatement(SqlTokens tokens, Func<TableName, CreateTable?> tables)
    {
        _tokens = tokens;
        var super = new SuperPaths(StatementScope.Of(tokens, tables), new DuckDbSuper());
        var names = new ColumnNames(tokens, super);
        _sql = new SqlRewriter(
            tokens,
            [
                TopClause.Apply, names.Apply, super.Unnest, DuckDbIntervals.Apply, super.Apply, DuckDbCasts.All.Apply, DuckDbCalls.Apply,
                DuckDbPatterns.Apply, DuckDbWords.Apply,
            ],
            token => DuckDbWords.Write(token, tokens.Source));
    }

    /// <summary>At least one statement.</summary>
    public IReadOnlyList<string> Render()
    {
        if (!_tokens[0].Is("prepare") && Enumerable.Range(0, _tokens.Count).FirstOrDefault(IsParameter, -1) is >= 0 and var parameter)
        {
            throw _tokens.Error(
                parameter, "the statement takes a parameter here, and there is no value for it", "write the value itself, or a variable: ${name}");
        }

        return RenderAny();
    }

    bool IsParameter(int index) => _tokens[index] is { Kind: TokenKind.Symbol } token && (token.Value == "?" || token.Value[0] == '$');

    IReadOnlyList<string> RenderAny() => _tokens[0].Value switch
    {
        // rights, statistics and housekeeping: DuckDB has one user and looks after itself; its transactions lock what they write
        "grant" or "revoke" or "vacuum" or "analyze" or "analyse" or "lock" => [Nothing],
        "merge" => new DuckDbMerge(_sql).Render(),
        "create" => [CreateAs.Render(_sql)],
        "delete" when !_tokens[1].Is("from") => [$"delete from {_sql.Render(1, _tokens.Count)}"],
        "select" or "with" when _tokens.Find(0, _tokens.Count, "into") is > 0 and var into => [SelectInto(into)],
        "alter" => [Alter()],
        _ => [_sql.Render()],
    };

    /// <summary>The same for an expression that is no statement.</summary>
    public string RenderExpression() => _sql.Render();

    string SelectInto(int into)
    {
        var name = _tokens[into + 1].Is("table") ? into + 2 : into + 1;
        var temp = _tokens[name].Is("temp") || _tokens[name].Is("temporary");
        name += temp ? 1 : 0;
        var end = Operands.Base(_tokens, name, _tokens.Count);
        if (end < 0)
        {
            throw _tokens.Error(into, "INTO names no table", "write SELECT … INTO table FROM …");
        }

        temp |= _tokens[name].Value.StartsWith('#');
        return $"CREATE {(temp ? "TEMP " : "")}TABLE {_sql.Render(name, end)} AS {_sql.Render(0, into)} {_sql.Render(end, _tokens.Count)}";
    }

    // ALTER TABLE t ADD [COLUMN] c type …, whose type is Redshift's and whose ENCODE means nothing here
    string Alter()
    {
        var add = _tokens.Find(0, _tokens.Count, "add");
        var name = _tokens[add + 1].Is("column") ? add + 2 : add + 1;
        if (add < 0 || SqlNames.TypeAt(_tokens, name + 1) is not { } type)
        {
            return _sql.Render();
        }

        var after = Operands.TypeEnd(_tokens, name + 1, _tokens.Count);
        var encode = _tokens.Find(after, _tokens.Count, "encode");
        var rest = encode < 0
            ? _sql.Render(after, _tokens.Count)
            : $"{_sql.Render(after, encode)} {_sql.Render(Math.Min(encode + 2, _tokens.Count), _tokens.Count)}";
        return $"{_sql.Render(0, name)} {DuckDbName.Quote(_tokens[name].Value)} {DuckDbType.Of(type)} {rest}".TrimEnd();
    }
}
