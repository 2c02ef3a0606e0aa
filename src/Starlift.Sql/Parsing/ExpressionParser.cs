using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Expressions, by the precedence of their operators.</summary>
static class ExpressionParser
{
    public static Expression Parse(ParserCursor cursor) => Parse(cursor, Precedence.Any);

    /// <summary>The expression here, with operators that bind more tightly than <paramref name="outer"/>.</summary>
    public static Expression Parse(ParserCursor cursor, Precedence outer)
    {
        cursor.Enter();
        var start = cursor.Start;
        var left = ParsePrefix(cursor);
        var length = 0;
        while (ParseInfix(cursor, start, left, outer) is { } longer)
        {
            cursor.CheckChain(++length);
            left = longer;
        }

        cursor.Leave();
        return left;
    }

    static Expression ParsePrefix(ParserCursor cursor)
    {
        var start = cursor.Start;
        var token = cursor.Current;
        if (token.Kind == TokenKind.Symbol && Operators.IsUnary(token.Value, out var @operator, out var precedence))
        {
            cursor.Take();
            var operand = Parse(cursor, precedence);
            return new UnaryExpression(cursor.Since(start), @operator, operand);
        }

        if (cursor.Accept("not"))
        {
            var operand = Parse(cursor, Precedence.Not);
            return new UnaryExpression(cursor.Since(start), UnaryOperator.Not, operand);
        }

        return PrimaryParser.Parse(cursor);
    }

    static Expression? ParseInfix(ParserCursor cursor, int start, Expression left, Precedence outer) => cursor.Current.Kind switch
    {
        TokenKind.Symbol => ParseSymbol(cursor, start, left, outer),
        TokenKind.Word => ParseWord(cursor, start, left, outer),
        _ => null,
    };

    static Expression? ParseSymbol(ParserCursor cursor, int start, Expression left, Precedence outer)
    {
        if (!Operators.IsBinary(cursor.Current.Value, out var @operator, out var precedence) || precedence <= outer)
        {
            return null;
        }

        cursor.Take();
        if (cursor.Current.Kind == TokenKind.Word && cursor.Current.Value is "any" or "some" or "all" && cursor.Peek().IsSymbol("("))
        {
            return ConditionParser.ParseQuantified(cursor, start, left, @operator);
        }

        var right = Parse(cursor, precedence);
        return new BinaryExpression(cursor.Since(start), left, @operator, right);
    }

    static Expression? ParseWord(ParserCursor cursor, int start, Expression left, Precedence outer)
    {
        switch (cursor.Current.Value)
        {
            case "or" when outer < Precedence.Or:
                return ParseChain(cursor, left, "or", BinaryOperator.Or, Precedence.Or);
            case "and" when outer < Precedence.And:
                return ParseChain(cursor, left, "and", BinaryOperator.And, Precedence.And);
            case "at" when outer < Precedence.AtTimeZone && cursor.Accept("at", "time", "zone"):
                var zone = Parse(cursor, Precedence.AtTimeZone);
                return new AtTimeZone(cursor.Since(start), left, zone);
            case "operator" when outer < Precedence.OtherOperator && cursor.Peek().IsSymbol("("):
                return ParseNamedOperator(cursor, start, left);
            case "overlaps" when outer < Precedence.OtherOperator:
                throw cursor.Unexpected();
            default:
                return ConditionParser.Parse(cursor, start, left, outer);
        }
    }

    /// <summary>An operator by its schema and name, as psql writes it: OPERATOR(pg_catalog.~). It binds as tightly whichever it is (PostgreSQL 8.0: "Operator precedence").</summary>
    static BinaryExpression ParseNamedOperator(ParserCursor cursor, int start, Expression left)
    {
        cursor.Take();
        cursor.ExpectSymbol("(");
        if (cursor.Current.IsName)
        {
            NameParser.ParseLabel(cursor);
            cursor.ExpectSymbol(".");
        }

        if (!Operators.IsBinary(cursor.Current.Value, out var @operator, out _))
        {
            throw cursor.Unexpected("an operator");
        }

        cursor.Take();
        cursor.ExpectSymbol(")");
        var right = Parse(cursor, Precedence.OtherOperator);
        return new BinaryExpression(cursor.Since(start), left, @operator, right);
    }

    /// <summary>
    /// A chain of ANDs or ORs. It becomes a tree that is as flat as can be, because generated conditions have thousands of them, and
    /// which of them belong together makes no difference.
    /// </summary>
    static Expression ParseChain(ParserCursor cursor, Expression first, string word, BinaryOperator @operator, Precedence precedence)
    {
        var operands = new List<Expression> { first };
        while (cursor.Accept(word))
        {
            operands.Add(Parse(cursor, precedence));
        }

        return Joined(operands, 0, operands.Count, @operator);
    }

    static Expression Joined(List<Expression> operands, int from, int to, BinaryOperator @operator)
    {
        if (to - from == 1)
        {
            return operands[from];
        }

        // a few stay as they are written: to the left
        var middle = to - from <= 16 ? to - 1 : from + ((to - from) / 2);
        var left = Joined(operands, from, middle, @operator);
        var right = Joined(operands, middle, to, @operator);
        return new BinaryExpression(TextSpan.Between(left.Span, right.Span), left, @operator, right);
    }
}
