using Starlift.Sql;
using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Turns one statement that Starlift carries as text into PostgreSQL's.</summary>
sealed class PostgresStatement
{
    const string Nothing = "SELECT 1 WHERE false";

    readonly SqlTokens _tokens;
    readonly SqlRewriter _sql;

    public PostgresStatement(SqlTokens tokens, Func<TableName, CreateTable?> tables)
    {
        _tokens = tokens;
        var scope = StatementScope.Of(tokens, tables);
        var super = new SuperPaths(scope, new PostgresSuper());
        var names = new ColumnNames(tokens, super);
        _sql = new SqlRewriter(
            tokens,
            [TopClause.Apply, names.Apply, super.Unnest, super.Apply, PostgresCasts.All.Apply, new PostgresCalls(scope).Apply, PostgresWords.Apply],
            token => PostgresWords.Write(token, tokens.Source));
    }

    /// <summary>At least one statement.</summary>
    public IReadOnlyList<string> Render()
    {
        var statements = RenderOwn();
        return statements.Any(sql => sql.Contains(PostgresJsonFunctions.Lenient, StringComparison.Ordinal))
            ? [PostgresJsonFunctions.LenientDefinition, .. statements]
            : statements;
    }

    /// <summary>The same for an expression that is no statement.</summary>
    public string RenderExpression() => _sql.Render();

    IReadOnlyList<string> RenderOwn() => _tokens[0].Value switch
    {
        // PostgreSQL looks after itself, and its VACUUM stands in no transaction
        "vacuum" => [Nothing],
        "analyze" or "analyse" => [Analyze()],
        "merge" when _tokens.Find(0, _tokens.Count, "remove") > 0 => MergeRemovingDuplicates(),
        "create" => [CreateAs.Render(_sql)],
        "delete" when !_tokens[1].Is("from") => [$"delete from {_sql.Render(1, _tokens.Count)}"],
        "select" or "with" when _tokens.Find(0, _tokens.Count, "into") is > 0 and var into => [SelectInto(into)],
        "alter" => [Alter()],
        _ => [_sql.Render()],
    };

    // ANALYZE t PREDICATE COLUMNS and the like
    string Analyze()
    {
        var end = Operands.Base(_tokens, 1, _tokens.Count);
        return end < 0 ? Nothing : $"ANALYZE {_sql.Render(1, end)}";
    }

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
        var collation = type.IsCharacter ? " COLLATE \"C\"" : "";
        return $"{_sql.Render(0, name)} {SqlNames.Quote(_tokens[name].Value)} {PostgresType.Of(type)}{collation} {rest}".TrimEnd();
    }

    // MERGE … REMOVE DUPLICATES (Amazon Redshift: "MERGE"); PostgreSQL's own MERGE refuses to touch a row twice, as Redshift's does
    IReadOnlyList<string> MergeRemovingDuplicates()
    {
        var target = _tokens[1].Is("into") ? 2 : 1;
        var source = _tokens.Find(0, _tokens.Count, "using");
        var on = _tokens.Find(0, _tokens.Count, "on");
        var remove = _tokens.Find(0, _tokens.Count, "remove");
        var name = Operands.Base(_tokens, target, source);
        if (!(target < source && source < on && on < remove && name > 0))
        {
            throw _tokens.Error(0, "the MERGE is not whole", "write MERGE INTO target USING source ON condition REMOVE DUPLICATES");
        }

        var from = _sql.Render(source + 1, on);
        return
        [
            $"DELETE FROM {_sql.Render(target, source)} USING {from} WHERE {_sql.Render(on + 1, remove)}",
            $"INSERT INTO {_sql.Render(target, name)} SELECT * FROM {from}",
        ];
    }
}
