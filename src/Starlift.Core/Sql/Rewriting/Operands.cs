using System.Collections.Frozen;

namespace Starlift.Sql.Rewriting;

/// <summary>Finds where an operand ends: a literal, a name, a call or a bracket, with the casts and steps behind it.</summary>
public static class Operands
{
    static readonly FrozenSet<string> Keywords = FrozenSet.Create(
        "select", "from", "where", "and", "or", "not", "in", "is", "as", "on", "using", "group", "order", "by", "having", "limit", "offset",
        "union", "intersect", "except", "minus", "then", "else", "when", "end", "set", "values", "into", "join", "left", "right", "full",
        "inner", "outer", "cross", "natural", "between", "like", "ilike", "similar", "to", "escape", "distinct", "all", "any", "some",
        "exists", "with", "qualify", "over", "partition", "rows", "range", "asc", "desc", "nulls", "isnull", "notnull", "collate", "top");

    /// <summary>Keywords that are functions where a bracket follows.</summary>
    static readonly FrozenSet<string> FunctionKeywords = FrozenSet.Create("left", "right");

    /// <summary>Behind the operand that begins at <paramref name="index"/>, postfixes and a sign included; -1 where none begins.</summary>
    public static int End(SqlTokens tokens, int index, int end)
    {
        var after = Base(tokens, tokens[index].IsSymbol("-") || tokens[index].IsSymbol("+") ? index + 1 : index, end);
        while (after >= 0 && Postfix(tokens, after, end) is > 0 and var next)
        {
            after = next;
        }

        return after;
    }

    /// <summary>Behind the operand without its casts and steps; -1 where none begins.</summary>
    public static int Base(SqlTokens tokens, int index, int end)
    {
        var token = tokens[index];
        if (index >= end)
        {
            return -1;
        }

        if (token.IsSymbol("(") || token.Is("case"))
        {
            return tokens.Opens(index, end) ? tokens.Partner(index) + 1 : -1;
        }

        if (token.Kind is TokenKind.String or TokenKind.Number || (token.IsSymbol("*") && tokens[index - 1].IsSymbol(".")))
        {
            return index + 1;
        }

        if (IsTypedLiteral(tokens, index, end))
        {
            var unit = tokens[index + 2];
            return index + 2 < end && token.Is("interval") && unit.Kind == TokenKind.Word && DateParts.Find(unit.Value) is not null
                ? index + 3
                : index + 2;
        }

        return token.Kind == TokenKind.QuotedName || (token.Kind == TokenKind.Word && IsName(tokens, index))
            ? Name(tokens, index, end)
            : -1;
    }

    /// <summary>Behind the postfix (::type, [n], .name) at <paramref name="index"/>; -1 where there is none.</summary>
    public static int Postfix(SqlTokens tokens, int index, int end)
    {
        if (index >= end)
        {
            return -1;
        }

        if (tokens[index].IsSymbol("::"))
        {
            return TypeEnd(tokens, index + 1, end);
        }

        if (tokens[index].IsSymbol("["))
        {
            return tokens.Opens(index, end) ? tokens.Partner(index) + 1 : -1;
        }

        return tokens[index].IsSymbol(".") && index + 1 < end && tokens[index + 1].IsName ? index + 2 : -1;
    }

    /// <summary>Behind the type's name at <paramref name="index"/>.</summary>
    public static int TypeEnd(SqlTokens tokens, int index, int end)
    {
        if (index >= end || !tokens[index].IsName)
        {
            return -1;
        }

        if (tokens[index].Kind == TokenKind.Word && SqlTypeParser.Knows(tokens[index].Value))
        {
            var cursor = tokens.CursorAt(index);
            SqlTypeParser.Parse(cursor);
            return Math.Min(cursor.Index, end);
        }

        return tokens[index + 1].IsSymbol("(") && tokens.Opens(index + 1, end) ? tokens.Partner(index + 1) + 1 : index + 1;
    }

    static bool IsTypedLiteral(SqlTokens tokens, int index, int end) =>
        index + 1 < end && tokens[index + 1].Kind == TokenKind.String
        && tokens[index] is { Kind: TokenKind.Word, Value: "interval" or "timestamp" or "timestamptz" or "date" or "time" };

    static bool IsName(SqlTokens tokens, int index) => !Keywords.Contains(tokens[index].Value)
        || (FunctionKeywords.Contains(tokens[index].Value) && tokens[index + 1].IsSymbol("("));

    static int Name(SqlTokens tokens, int index, int end)
    {
        var after = index + 1;
        while (after + 1 < end && tokens[after].IsSymbol(".") && tokens[after + 1].IsName)
        {
            after += 2;
        }

        return after < end && tokens[after].IsSymbol("(")
            ? tokens.Opens(after, end) ? CallClauses.End(tokens, tokens.Partner(after) + 1, end) : -1
            : after;
    }
}
