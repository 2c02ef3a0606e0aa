using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Functions whose arguments are parted by words; the same names with commas are usual calls.</summary>
static class WordCallParser
{
    public static ExtractCall ParseExtract(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.ExpectSymbol("(");
        var part = ParseDatePart(cursor);
        cursor.Expect("from");
        var operand = ExpressionParser.Parse(cursor);
        cursor.ExpectSymbol(")");
        return new ExtractCall(cursor.Since(start), part, operand);
    }

    public static Expression ParseTrim(ParserCursor cursor)
    {
        var name = cursor.Take();
        cursor.ExpectSymbol("(");
        var side = cursor.AcceptOneOf("both", "leading", "trailing") switch
        {
            "both" => TrimSide.Both,
            "leading" => TrimSide.Leading,
            "trailing" => TrimSide.Trailing,
            _ => TrimSide.Unstated,
        };
        var first = cursor.Is("from") ? null : ExpressionParser.Parse(cursor);
        if (cursor.Accept("from"))
        {
            var operand = ExpressionParser.Parse(cursor);
            cursor.ExpectSymbol(")");
            return new TrimCall(cursor.Since(name.Start), side, first, operand);
        }

        if (side == TrimSide.Unstated)
        {
            return CallParser.ParseOn(cursor, name, first!);
        }

        cursor.ExpectSymbol(")");
        return new TrimCall(cursor.Since(name.Start), side, null, first!);
    }

    public static Expression ParseSubstring(ParserCursor cursor)
    {
        var name = cursor.Take();
        cursor.ExpectSymbol("(");
        var operand = ExpressionParser.Parse(cursor);
        if (!cursor.Is("from") && !cursor.Is("for"))
        {
            return CallParser.ParseOn(cursor, name, operand);
        }

        var from = cursor.Accept("from") ? ExpressionParser.Parse(cursor) : null;
        var count = cursor.Accept("for") ? ExpressionParser.Parse(cursor) : null;
        from ??= cursor.Accept("from") ? ExpressionParser.Parse(cursor) : null;
        cursor.ExpectSymbol(")");
        return new SubstringCall(cursor.Since(name.Start), operand, from, count);
    }

    public static Expression ParsePosition(ParserCursor cursor)
    {
        var name = cursor.Take();
        cursor.ExpectSymbol("(");
        var part = ExpressionParser.Parse(cursor, Precedence.Membership);
        if (!cursor.Accept("in"))
        {
            return CallParser.ParseOn(cursor, name, part);
        }

        var operand = ExpressionParser.Parse(cursor);
        cursor.ExpectSymbol(")");
        return new PositionCall(cursor.Since(name.Start), part, operand);
    }

    public static Expression ParseOverlay(ParserCursor cursor)
    {
        var name = cursor.Take();
        cursor.ExpectSymbol("(");
        var operand = ExpressionParser.Parse(cursor);
        if (!cursor.Accept("placing"))
        {
            return CallParser.ParseOn(cursor, name, operand);
        }

        var placing = ExpressionParser.Parse(cursor);
        cursor.Expect("from");
        var from = ExpressionParser.Parse(cursor);
        var count = cursor.Accept("for") ? ExpressionParser.Parse(cursor) : null;
        cursor.ExpectSymbol(")");
        return new OverlayCall(cursor.Since(name.Start), operand, placing, from, count);
    }

    public static ObjectTransformCall ParseObjectTransform(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.ExpectSymbol("(");
        var operand = ExpressionParser.Parse(cursor);
        IReadOnlyList<Expression> keep = cursor.Accept("keep") ? cursor.CommaList(ExpressionParser.Parse) : [];
        IReadOnlyList<Expression> set = cursor.Accept("set") ? cursor.CommaList(ExpressionParser.Parse) : [];
        cursor.ExpectSymbol(")");
        return new ObjectTransformCall(cursor.Since(start), operand, keep, set);
    }

    static DatePartName ParseDatePart(ParserCursor cursor)
    {
        var token = cursor.Current;
        if (!token.IsName && token.Kind != TokenKind.String)
        {
            throw cursor.Unexpected("a date part");
        }

        cursor.Take();
        return new DatePartName(new TextSpan(token.Start, token.End), token.Value.ToLowerInvariant(), token.Kind != TokenKind.Word);
    }
}
