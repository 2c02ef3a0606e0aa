using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>OVER, WINDOW and frames (Amazon Redshift: "Window functions").</summary>
static class WindowParser
{
    public static OverClause ParseOver(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        if (cursor.IsSymbol("("))
        {
            var window = ParseDefinition(cursor);
            return new OverClause(cursor.Since(start), null, window);
        }

        var name = NameParser.Parse(cursor, "a window");
        return new OverClause(cursor.Since(start), name, null);
    }

    public static NamedWindow ParseNamed(ParserCursor cursor)
    {
        var name = NameParser.Parse(cursor);
        cursor.Expect("as");
        var window = ParseDefinition(cursor);
        return new NamedWindow(cursor.Since(name.Span.Start), name, window);
    }

    /// <summary>The brackets and what stands in them.</summary>
    static WindowDefinition ParseDefinition(ParserCursor cursor)
    {
        var start = cursor.Start;
        cursor.ExpectSymbol("(");
        var named = NameParser.IsName(cursor.Current) && !StartsFrame(cursor) && !cursor.Is("partition");
        var basis = named ? NameParser.Parse(cursor) : null;
        IReadOnlyList<Expression> partitionBy = cursor.Accept("partition", "by") ? cursor.CommaList(ExpressionParser.Parse) : [];
        IReadOnlyList<OrderItem> orderBy = cursor.Accept("order", "by") ? OrderParser.ParseItems(cursor) : [];
        var frame = StartsFrame(cursor) ? ParseFrame(cursor) : null;
        cursor.ExpectSymbol(")");
        return new WindowDefinition(cursor.Since(start), basis, partitionBy, orderBy, frame);
    }

    static bool StartsFrame(ParserCursor cursor) => cursor.Current is { Kind: TokenKind.Word, Value: "rows" or "range" or "groups" };

    static WindowFrame ParseFrame(ParserCursor cursor)
    {
        var start = cursor.Start;
        var unit = cursor.Take().Value switch { "rows" => FrameUnit.Rows, "range" => FrameUnit.Range, _ => FrameUnit.Groups };
        var between = cursor.Accept("between");
        var first = ParseBound(cursor);
        FrameBound? last = null;
        if (between)
        {
            cursor.Expect("and");
            last = ParseBound(cursor);
        }

        return new WindowFrame(cursor.Since(start), unit, first, last);
    }

    static FrameBound ParseBound(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.Accept("current", "row"))
        {
            return new FrameBound(cursor.Since(start), FrameBoundKind.CurrentRow, null);
        }

        var offset = cursor.Accept("unbounded") ? null : ExpressionParser.Parse(cursor, Precedence.Membership);
        var preceding = cursor.AcceptOneOf("preceding", "following") switch
        {
            "preceding" => true,
            "following" => false,
            _ => throw cursor.Unexpected("PRECEDING or FOLLOWING"),
        };
        var kind = (offset, preceding) switch
        {
            (null, true) => FrameBoundKind.UnboundedPreceding,
            (null, false) => FrameBoundKind.UnboundedFollowing,
            (_, true) => FrameBoundKind.Preceding,
            _ => FrameBoundKind.Following,
        };
        return new FrameBound(cursor.Since(start), kind, offset);
    }
}
