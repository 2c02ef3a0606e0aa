using System.Collections.Frozen;
using System.Globalization;
using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>What operators stand between: literals, names, calls, brackets, with the casts, subscripts and fields behind them.</summary>
static class PrimaryParser
{
    /// <summary>Functions that are written without brackets.</summary>
    static readonly FrozenSet<string> KeywordCalls = FrozenSet.Create(
        "current_date", "current_time", "current_timestamp", "current_user", "current_user_id", "localtime", "localtimestamp", "session_user",
        "sysdate", "user");

    /// <summary>Reserved words that are functions where a bracket follows.</summary>
    static readonly FrozenSet<string> ReservedFunctions = FrozenSet.Create(
        "collate", "current_time", "current_timestamp", "encode", "isnull", "left", "localtime", "localtimestamp", "right", "unnest");

    public static Expression Parse(ParserCursor cursor) => ParsePostfix(cursor, cursor.Start, ParseOperand(cursor));

    /// <summary>Names with dots between them, and what goes on from them with subscripts and fields; no call.</summary>
    public static Expression ParsePath(ParserCursor cursor)
    {
        var start = cursor.Start;
        Expression path = ParseColumn(cursor, NameParser.Parse(cursor));
        while (ParseAccess(cursor, start, path) is { } longer)
        {
            path = longer;
        }

        return path;
    }

    static Expression ParseOperand(ParserCursor cursor) => cursor.Current.Kind switch
    {
        TokenKind.Word => ParseWord(cursor),
        TokenKind.QuotedName => ParseName(cursor),
        TokenKind.String => LiteralParser.ParseString(cursor),
        TokenKind.Number => LiteralParser.ParseNumber(cursor),
        TokenKind.Symbol => ParseSymbol(cursor),
        _ => throw cursor.Unexpected("an expression"),
    };

    static Expression ParseSymbol(ParserCursor cursor)
    {
        var start = cursor.Start;
        var symbol = cursor.Current.Value;
        if (symbol == "(")
        {
            return ParseBrackets(cursor);
        }

        if (symbol == "?")
        {
            cursor.Take();
            return new Placeholder(cursor.Since(start), cursor.NextPlaceholder());
        }

        if (symbol[0] == '$' && int.TryParse(symbol.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            cursor.Take();
            return new Placeholder(cursor.Since(start), number);
        }

        throw cursor.Unexpected("an expression");
    }

    static Expression ParseBrackets(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (QueryParser.Starts(cursor))
        {
            var query = QueryParser.ParseNested(cursor);
            return new ScalarSubquery(cursor.Since(start), query);
        }

        var items = cursor.BracketList(ExpressionParser.Parse);
        return items.Count == 1
            ? new ParenthesizedExpression(cursor.Since(start), items[0])
            : new RowValue(cursor.Since(start), items);
    }

    static Expression ParseWord(ParserCursor cursor)
    {
        var word = cursor.Current.Value;
        var next = cursor.Peek();
        switch (word)
        {
            case "null":
                return new NullLiteral(Taken(cursor));
            case "true" or "false":
                return new BooleanLiteral(Taken(cursor), word == "true");
            case "default":
                return new DefaultValue(Taken(cursor));
            case "case":
                return CaseParser.Parse(cursor);
            case "exists" when next.IsSymbol("("):
                return ParseExists(cursor);
            case "interval" when next.Kind == TokenKind.String:
                return LiteralParser.ParseInterval(cursor);
            case "row" when next.IsSymbol("("):
                return ParseRow(cursor);
            case "array" when next.IsSymbol("["):
                return ParseArray(cursor);
            case "array" when next.IsSymbol("(") && cursor.Peek(2) is { Kind: TokenKind.Word, Value: "select" or "with" }:
                var array = cursor.Take().Start;
                var rows = QueryParser.ParseNested(cursor);
                return new ArrayQuery(cursor.Since(array), rows);
            case "prior" when next.IsName || next.IsSymbol("("):
                return ParsePrior(cursor);
        }

        if (KeywordCalls.Contains(word) && !next.IsSymbol("("))
        {
            return new KeywordCall(Taken(cursor), word);
        }

        if (LiteralParser.StartsTyped(cursor))
        {
            return LiteralParser.ParseTyped(cursor);
        }

        if (next.IsSymbol("(") && CallParser.ParseSpecial(cursor) is { } special)
        {
            return special;
        }

        if (word == "approximate" && next.IsName)
        {
            var start = cursor.Take().Start;
            return CallParser.Parse(cursor, start, NameParser.ParseQualified(cursor), approximate: true);
        }

        if (!NameParser.IsReserved(word) || (next.IsSymbol("(") && ReservedFunctions.Contains(word)))
        {
            return ParseName(cursor);
        }

        // a type's name waits for a literal: what stands in its place is the fault
        if (word is "timestamp" or "interval")
        {
            cursor.Take();
            throw cursor.Unexpected($"a text in single quotes; to use {word.ToUpperInvariant()} as a name, quote it: \"{word}\"");
        }

        throw cursor.Unexpected("an expression");
    }

    static TextSpan Taken(ParserCursor cursor)
    {
        var token = cursor.Take();
        return new TextSpan(token.Start, token.End);
    }

    static ExistsExpression ParseExists(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        if (!QueryParser.Starts(cursor))
        {
            cursor.Take();
            throw cursor.Unexpected("a query");
        }

        var query = QueryParser.ParseNested(cursor);
        return new ExistsExpression(cursor.Since(start), query);
    }

    static RowValue ParseRow(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var items = cursor.BracketList(ExpressionParser.Parse);
        return new RowValue(cursor.Since(start), items);
    }

    static ArrayExpression ParseArray(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.ExpectSymbol("[");
        IReadOnlyList<Expression> items = cursor.IsSymbol("]") ? [] : cursor.CommaList(ExpressionParser.Parse);
        cursor.ExpectSymbol("]");
        return new ArrayExpression(cursor.Since(start), items);
    }

    static UnaryExpression ParsePrior(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var operand = ExpressionParser.Parse(cursor, Precedence.Sign);
        return new UnaryExpression(cursor.Since(start), UnaryOperator.Prior, operand);
    }

    static Expression ParseName(ParserCursor cursor)
    {
        var start = cursor.Start;
        var column = ParseColumn(cursor, NameParser.ParseLabel(cursor));
        if (cursor.IsSymbol(".") && cursor.Peek().IsSymbol("*"))
        {
            cursor.Take();
            cursor.Take();
            return new Star(cursor.Since(start), new QualifiedName(column.Span, column.Parts));
        }

        return cursor.IsSymbol("(") && !IsOuterJoinMark(cursor)
            ? CallParser.Parse(cursor, start, new QualifiedName(column.Span, column.Parts), approximate: false)
            : column;
    }

    static ColumnReference ParseColumn(ParserCursor cursor, Identifier first)
    {
        var parts = new List<Identifier>(2) { first };
        while (cursor.IsSymbol(".") && cursor.Peek().IsName)
        {
            cursor.Take();
            parts.Add(NameParser.ParseLabel(cursor));
        }

        return new ColumnReference(cursor.Since(first.Span.Start), parts);
    }

    static Expression ParsePostfix(ParserCursor cursor, int start, Expression operand)
    {
        var length = 0;
        while (true)
        {
            cursor.CheckChain(++length);
            if (cursor.AcceptSymbol("::"))
            {
                var type = TypeParser.Parse(cursor);
                operand = new CastExpression(cursor.Since(start), operand, type, CastSyntax.DoubleColon);
            }
            else if (IsOuterJoinMark(cursor))
            {
                cursor.SkipOne();
                operand = new OuterJoinMark(cursor.Since(start), operand);
            }
            else if (ParseAccess(cursor, start, operand) is { } access)
            {
                operand = access;
            }
            else
            {
                return operand;
            }
        }
    }

    static Expression? ParseAccess(ParserCursor cursor, int start, Expression operand)
    {
        if (cursor.AcceptSymbol("["))
        {
            var index = ExpressionParser.Parse(cursor);
            cursor.ExpectSymbol("]");
            return new Subscript(cursor.Since(start), operand, index);
        }

        if (cursor.IsSymbol(".") && cursor.Peek().IsName)
        {
            cursor.Take();
            var field = NameParser.ParseLabel(cursor);
            return new FieldAccess(cursor.Since(start), operand, field);
        }

        return null;
    }

    static bool IsOuterJoinMark(ParserCursor cursor) => cursor.IsSymbol("(") && cursor.Peek().IsSymbol("+") && cursor.Peek(2).IsSymbol(")");
}
