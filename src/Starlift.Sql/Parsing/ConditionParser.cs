using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Conditions that are words: BETWEEN, IN, LIKE, IS, ANY and the like.</summary>
static class ConditionParser
{
    /// <summary>The condition that goes on from <paramref name="left"/>; null where none does.</summary>
    public static Expression? Parse(ParserCursor cursor, int start, Expression left, Precedence outer)
    {
        if (outer < Precedence.Is)
        {
            if (cursor.Accept("is"))
            {
                return ParseIs(cursor, start, left);
            }

            if (cursor.AcceptOneOf("isnull", "notnull") is { } word)
            {
                return new IsExpression(cursor.Since(start), left, IsTest.Null, Negated: word == "notnull");
            }
        }

        return outer < Precedence.Membership ? ParseMembership(cursor, start, left) : null;
    }

    /// <summary>ANY, SOME or ALL and what stands in its brackets; the operator has been taken.</summary>
    public static Expression ParseQuantified(ParserCursor cursor, int start, Expression left, BinaryOperator @operator)
    {
        var all = cursor.Take().Value == "all";
        if (QueryParser.Starts(cursor))
        {
            var query = QueryParser.ParseNested(cursor);
            return new QuantifiedComparison(cursor.Since(start), left, @operator, all, query, null);
        }

        cursor.ExpectSymbol("(");
        var array = ExpressionParser.Parse(cursor);
        cursor.ExpectSymbol(")");
        return new QuantifiedComparison(cursor.Since(start), left, @operator, all, null, array);
    }

    static Expression ParseIs(ParserCursor cursor, int start, Expression left)
    {
        var negated = cursor.Accept("not");
        if (cursor.Accept("distinct", "from"))
        {
            var right = ExpressionParser.Parse(cursor, Precedence.Is);
            return new DistinctFromExpression(cursor.Since(start), left, right, negated);
        }

        IsTest? test = cursor.AcceptOneOf("null", "true", "false", "unknown") switch
        {
            "null" => IsTest.Null,
            "true" => IsTest.True,
            "false" => IsTest.False,
            "unknown" => IsTest.Unknown,
            _ => null,
        };
        return test is { } found
            ? new IsExpression(cursor.Since(start), left, found, negated)
            : throw cursor.Unexpected("NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM");
    }

    static Expression? ParseMembership(ParserCursor cursor, int start, Expression left)
    {
        var negated = cursor.Is("not");
        var word = negated ? cursor.Peek() : cursor.Current;
        if (word.Kind != TokenKind.Word || word.Value is not ("between" or "in" or "like" or "ilike" or "similar"))
        {
            return null;
        }

        if (negated)
        {
            cursor.Take();
        }

        cursor.Take();
        return word.Value switch
        {
            "between" => ParseBetween(cursor, start, left, negated),
            "in" => ParseIn(cursor, start, left, negated),
            "like" => ParseLike(cursor, start, left, LikeKind.Like, negated),
            "ilike" => ParseLike(cursor, start, left, LikeKind.ILike, negated),
            _ => ParseSimilar(cursor, start, left, negated),
        };
    }

    static BetweenExpression ParseBetween(ParserCursor cursor, int start, Expression left, bool negated)
    {
        var symmetric = cursor.AcceptOneOf("symmetric", "asymmetric") == "symmetric";
        var low = ExpressionParser.Parse(cursor, Precedence.Membership);
        cursor.Expect("and");
        var high = ExpressionParser.Parse(cursor, Precedence.Membership);
        return new BetweenExpression(cursor.Since(start), left, low, high, negated, symmetric);
    }

    static Expression ParseIn(ParserCursor cursor, int start, Expression left, bool negated)
    {
        if (QueryParser.Starts(cursor))
        {
            var query = QueryParser.ParseNested(cursor);
            return new InQueryExpression(cursor.Since(start), left, query, negated);
        }

        var items = cursor.BracketList(ExpressionParser.Parse);
        return new InListExpression(cursor.Since(start), left, items, negated);
    }

    static LikeExpression ParseSimilar(ParserCursor cursor, int start, Expression left, bool negated)
    {
        cursor.Expect("to");
        return ParseLike(cursor, start, left, LikeKind.SimilarTo, negated);
    }

    static LikeExpression ParseLike(ParserCursor cursor, int start, Expression left, LikeKind kind, bool negated)
    {
        var pattern = ExpressionParser.Parse(cursor, Precedence.Membership);
        var escape = cursor.Accept("escape") ? ExpressionParser.Parse(cursor, Precedence.Membership) : null;
        return new LikeExpression(cursor.Since(start), left, kind, pattern, escape, negated);
    }
}
