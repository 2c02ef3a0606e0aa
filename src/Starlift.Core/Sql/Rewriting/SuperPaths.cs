namespace Starlift.Sql.Rewriting;

/// <summary>
/// Steps into SUPER columns, col.a.b[0]. What a path yields depends on its neighbours: a text where it is cast or compared with one,
/// a number beside numbers, else JSON.
/// </summary>
public sealed class SuperPaths
{
    static readonly string[] Comparisons = ["=", "<>", "!=", "<", ">", "<=", ">="];
    static readonly string[] Arithmetic = ["+", "-", "*", "/", "%"];
    static readonly string[] TakesJson =
    [
        "json_typeof", "is_array", "is_object", "is_varchar", "is_boolean", "get_array_length", "json_array_length", "json_serialize",
        "count", "any_value", "array", "object", "json_size",
    ];

    readonly StatementScope _scope;
    readonly ISuperDialect _dialect;

    /// <summary>Each token of a statement is asked about; of most statements no column is SUPER.</summary>
    readonly bool _isIdle;

    public SuperPaths(StatementScope scope, ISuperDialect dialect)
    {
        _scope = scope;
        _dialect = dialect;
        _isIdle = !scope.HasSuper;
    }

    /// <summary>FROM t, t.col.items AS item: a row for each element of the array.</summary>
    public Rewritten? Unnest(SqlRewriter sql, int index, int end)
    {
        var tokens = sql.Tokens;
        if (_isIdle || !tokens[index].IsSymbol(",") || PathAt(tokens, index + 1, end) is not { } path)
        {
            return null;
        }

        var name = tokens[path.End].Is("as") ? path.End + 1 : path.End;
        if (name >= end || !tokens[name].IsName || !_scope.IsElement(tokens[name].Value))
        {
            return null;
        }

        return new Rewritten($", {_dialect.Unnest(path, Quoting.Name(tokens[name].Value))}", name + 1);
    }

    /// <summary>True where a path of at least one step begins.</summary>
    public bool HasStepsAt(SqlTokens tokens, int index, int end) => !_isIdle && PathAt(tokens, index, end) is { HasSteps: true };

    /// <summary>A path with at least one step, with the casts behind it.</summary>
    public Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        if (_isIdle || PathAt(sql.Tokens, index, end) is not { } path)
        {
            return null;
        }

        var tokens = sql.Tokens;
        if (path.End < end && tokens[path.End].IsSymbol("::") && SqlNames.TypeAt(tokens, path.End + 1) is { } type)
        {
            var after = Operands.TypeEnd(tokens, path.End + 1, end);
            return new Rewritten(
                type.Kind == SqlTypeKind.Super ? _dialect.Json(path) : _dialect.Cast(_dialect.Text(path), tokens, path.End + 1, after)!, after);
        }

        return path.HasSteps ? new Rewritten(InContext(sql, path, index, end), path.End) : null;
    }

    SuperPath? PathAt(SqlTokens tokens, int index, int end)
    {
        if (index >= end || !tokens[index].IsName || tokens[index - 1].IsSymbol(".") || tokens[index + 1].IsSymbol("("))
        {
            return null;
        }

        var first = tokens[index].Value;
        if (_scope.IsElement(first))
        {
            return SuperPath.Read(tokens, $"{Quoting.Name(first)}.{Quoting.Name(first)}", index + 1, end);
        }

        if (_scope.Knows(first) && tokens[index + 1].IsSymbol(".") && index + 2 < end && _scope.IsSuper(first, tokens[index + 2].Value))
        {
            return SuperPath.Read(tokens, $"{Quoting.Name(first)}.{Quoting.Name(tokens[index + 2].Value)}", index + 3, end);
        }

        return !_scope.Knows(first) && _scope.IsSuper(null, first)
            ? SuperPath.Read(tokens, Quoting.Name(first), index + 1, end)
            : null;
    }

    string InContext(SqlRewriter sql, SuperPath path, int index, int end)
    {
        var tokens = sql.Tokens;
        var before = tokens[index - 1];
        var after = path.End < end ? tokens[path.End] : default;
        if (after.Kind == TokenKind.Symbol && Comparisons.Contains(after.Value))
        {
            return BesideOperand(tokens, path, path.End + 1);
        }

        if (before.Kind == TokenKind.Symbol && Comparisons.Contains(before.Value))
        {
            return BesideOperand(tokens, path, index - 2);
        }

        if (IsArithmetic(before) || IsArithmetic(after))
        {
            return _dialect.Number(path);
        }

        var word = after.Is("not") ? tokens[path.End + 1] : after;
        if (word.Kind == TokenKind.Word && word.Value is "in" or "between")
        {
            return BesideOperand(tokens, path, path.End + (after.Is("not") ? 2 : 1) + (word.Value == "in" ? 1 : 0));
        }

        if ((word.Kind == TokenKind.Word && word.Value is "like" or "ilike" or "similar" or "is") || TakesText(after) || before.IsSymbol("||"))
        {
            return _dialect.Text(path);
        }

        return before.IsSymbol("(") && tokens[index - 2].Kind == TokenKind.Word ? AsArgument(tokens[index - 2].Value, path) : _dialect.Json(path);
    }

    string BesideOperand(SqlTokens tokens, SuperPath path, int other)
    {
        var token = tokens[other];
        if (token.Kind == TokenKind.String)
        {
            return _dialect.Text(path);
        }

        if (token.Kind == TokenKind.Number || token.IsSymbol("-"))
        {
            return _dialect.Number(path);
        }

        if (token.Is("true") || token.Is("false"))
        {
            return _dialect.Boolean(path);
        }

        var alias = tokens[other + 1].IsSymbol(".") ? token.Value : tokens[other - 1].IsSymbol(".") ? tokens[other - 2].Value : null;
        var name = tokens[other + 1].IsSymbol(".") ? tokens[other + 2].Value : token.Value;
        return _scope.TypeOf(alias, name) switch
        {
            { IsCharacter: true } => _dialect.Text(path),
            { Kind: SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt or SqlTypeKind.Decimal } => _dialect.Number(path),
            { Kind: SqlTypeKind.Real or SqlTypeKind.DoublePrecision } => _dialect.Number(path),
            { Kind: SqlTypeKind.Boolean } => _dialect.Boolean(path),
            _ => _dialect.Json(path),
        };
    }

    string AsArgument(string function, SuperPath path) => function switch
    {
        "sum" or "avg" or "round" or "abs" or "floor" or "ceil" => _dialect.Number(path),
        "in" or "values" or "by" or "select" or "and" or "or" or "where" or "on" or "when" or "then" or "else" or "from" or "as" =>
            _dialect.Json(path),
        _ => TakesJson.Contains(function) ? _dialect.Json(path) : _dialect.Text(path),
    };

    static bool TakesText(Token token) => token.IsSymbol("~") || token.IsSymbol("!~") || token.IsSymbol("||");

    static bool IsArithmetic(Token token) => token.Kind == TokenKind.Symbol && Arithmetic.Contains(token.Value);
}
