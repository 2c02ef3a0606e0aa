using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Queries: WITH, set operations, and what belongs to the whole (Amazon Redshift: "SELECT", "UNION, INTERSECT, and EXCEPT").</summary>
static class QueryParser
{
    public static Query Parse(ParserCursor cursor)
    {
        var start = cursor.Start;
        var with = cursor.Is("with") ? ParseWith(cursor) : null;
        return Parse(cursor, start, with);
    }

    /// <summary>A query whose WITH has been taken.</summary>
    public static Query Parse(ParserCursor cursor, int start, WithClause? with)
    {
        cursor.Enter();
        var body = ParseSums(cursor);
        IReadOnlyList<OrderItem> orderBy = cursor.Accept("order", "by") ? OrderParser.ParseItems(cursor) : [];
        LimitClause? limit = null;
        OffsetClause? offset = null;
        while (true)
        {
            if (limit is null && cursor.Is("limit"))
            {
                limit = ParseLimit(cursor);
            }
            else if (offset is null && cursor.Is("offset"))
            {
                offset = ParseOffset(cursor);
            }
            else
            {
                break;
            }
        }

        var locking = cursor.Is("for") ? ParseLocking(cursor) : null;
        cursor.Leave();
        return new Query(cursor.Since(start), with, body, orderBy, limit, offset, locking);
    }

    /// <summary>A query between brackets.</summary>
    public static Query ParseNested(ParserCursor cursor)
    {
        cursor.ExpectSymbol("(");
        var query = Parse(cursor);
        cursor.ExpectSymbol(")");
        return query;
    }

    /// <summary>True where a bracket opens here that holds a query, however many brackets stand around its first SELECT.</summary>
    public static bool Starts(ParserCursor cursor)
    {
        var first = cursor.Index;
        while (cursor.TokenAt(first).IsSymbol("("))
        {
            first++;
        }

        if (first == cursor.Index || !IsQueryWord(cursor.TokenAt(first)))
        {
            return false;
        }

        // The brackets in between hold queries too, or expressions that begin with one: what stands behind them tells.
        for (var open = cursor.Index + 1; open < first; open++)
        {
            if (!GoesOn(cursor.TokenAt(cursor.CloseOf(open) + 1)))
            {
                return false;
            }
        }

        return true;
    }

    public static bool IsQueryWord(Token token) => token.Kind == TokenKind.Word && token.Value is "select" or "with";

    public static WithClause ParseWith(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var recursive = cursor.Accept("recursive");
        var tables = cursor.CommaList(ParseCommonTable);
        return new WithClause(cursor.Since(start), recursive, tables);
    }

    static bool GoesOn(Token token) => token.IsSymbol(")")
        || (token.Kind == TokenKind.Word && token.Value is "union" or "intersect" or "except" or "minus" or "order" or "limit" or "offset");

    static CommonTable ParseCommonTable(ParserCursor cursor)
    {
        var name = NameParser.Parse(cursor);
        var columns = cursor.OptionalBracketList(NameParser.Parse);
        cursor.Expect("as");
        var query = ParseNested(cursor);
        return new CommonTable(cursor.Since(name.Span.Start), name, columns, query);
    }

    // INTERSECT binds more tightly than UNION and EXCEPT, which go from left to right
    static QueryBody ParseSums(ParserCursor cursor)
    {
        var start = cursor.Start;
        var left = ParseProducts(cursor);
        for (var length = 1; cursor.AcceptOneOf("union", "except", "minus") is { } word; length++)
        {
            cursor.CheckChain(length);
            var all = cursor.AcceptOneOf("all", "distinct") == "all";
            var right = ParseProducts(cursor);
            left = new SetOperation(cursor.Since(start), left, word == "union" ? SetOperator.Union : SetOperator.Except, all, right);
        }

        return left;
    }

    static QueryBody ParseProducts(ParserCursor cursor)
    {
        var start = cursor.Start;
        var left = ParseBody(cursor);
        for (var length = 1; cursor.Accept("intersect"); length++)
        {
            cursor.CheckChain(length);
            var all = cursor.AcceptOneOf("all", "distinct") == "all";
            var right = ParseBody(cursor);
            left = new SetOperation(cursor.Since(start), left, SetOperator.Intersect, all, right);
        }

        return left;
    }

    static QueryBody ParseBody(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.IsSymbol("("))
        {
            var query = ParseNested(cursor);
            return new NestedQuery(cursor.Since(start), query);
        }

        return cursor.Is("select") ? SelectParser.Parse(cursor) : throw cursor.Unexpected("a query");
    }

    static LimitClause ParseLimit(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var count = cursor.Accept("all") ? null : ExpressionParser.Parse(cursor);
        return new LimitClause(cursor.Since(start), count);
    }

    static OffsetClause ParseOffset(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var count = ExpressionParser.Parse(cursor);
        cursor.AcceptOneOf("row", "rows");
        return new OffsetClause(cursor.Since(start), count);
    }

    static Opaque ParseLocking(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        if (cursor.AcceptOneOf("update", "share") is null)
        {
            throw cursor.Unexpected("UPDATE or SHARE");
        }

        if (cursor.Accept("of"))
        {
            cursor.CommaList(NameParser.ParseQualified);
        }

        return new Opaque(cursor.Since(start));
    }
}
