using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Calls of functions, and those that are written with words between their arguments.</summary>
static class CallParser
{
    /// <summary>The brackets and what stands behind them; the name has been taken.</summary>
    public static FunctionCall Parse(ParserCursor cursor, int start, QualifiedName name, bool approximate)
    {
        cursor.ExpectSymbol("(");
        var distinct = cursor.AcceptOneOf("distinct", "all") == "distinct";
        IReadOnlyList<Expression> arguments = cursor.IsSymbol(")") || cursor.Are("order", "by") ? [] : cursor.CommaList(ParseArgument);
        var nulls = ParseNulls(cursor);
        IReadOnlyList<OrderItem> orderBy = cursor.Accept("order", "by") ? OrderParser.ParseItems(cursor) : [];
        nulls = nulls == NullTreatment.Unstated ? ParseNulls(cursor) : nulls;
        cursor.ExpectSymbol(")");
        return ParseBehind(cursor, start, new FunctionCall(
            cursor.Since(start), name, approximate, arguments, distinct, orderBy, [], nulls, null, null));
    }

    /// <summary>A call whose arguments are parted by words; null, with nothing taken, where a usual one comes next.</summary>
    public static Expression? ParseSpecial(ParserCursor cursor) => cursor.Current.Value switch
    {
        "cast" => ParseCast(cursor, CastSyntax.Cast),
        "try_cast" => ParseCast(cursor, CastSyntax.TryCast),
        "convert" => ParseConvert(cursor),
        "extract" when cursor.Peek(3).Is("from") => WordCallParser.ParseExtract(cursor),
        "trim" => WordCallParser.ParseTrim(cursor),
        "substring" or "substr" => WordCallParser.ParseSubstring(cursor),
        "position" => WordCallParser.ParsePosition(cursor),
        "overlay" => WordCallParser.ParseOverlay(cursor),
        "object_transform" => WordCallParser.ParseObjectTransform(cursor),
        _ => null,
    };

    /// <summary>The arguments from the second on and the closing bracket, where the first one has been taken.</summary>
    public static FunctionCall ParseOn(ParserCursor cursor, Token name, Expression first)
    {
        var arguments = new List<Expression> { first };
        while (cursor.AcceptSymbol(","))
        {
            arguments.Add(ParseArgument(cursor));
        }

        cursor.ExpectSymbol(")");
        var identifier = NameParser.Made(name);
        return new FunctionCall(
            cursor.Since(name.Start), new QualifiedName(identifier.Span, [identifier]), false, arguments, false, [], [], NullTreatment.Unstated, null, null);
    }

    static FunctionCall ParseBehind(ParserCursor cursor, int start, FunctionCall call)
    {
        if (cursor.Are("within", "group"))
        {
            cursor.Expect("within", "group");
            cursor.ExpectSymbol("(");
            cursor.Expect("order", "by");
            call = call with { WithinGroup = OrderParser.ParseItems(cursor) };
            cursor.ExpectSymbol(")");
        }

        if (cursor.Is("filter") && cursor.Peek().IsSymbol("("))
        {
            cursor.Take();
            cursor.ExpectSymbol("(");
            cursor.Expect("where");
            call = call with { Filter = ExpressionParser.Parse(cursor) };
            cursor.ExpectSymbol(")");
        }

        if (call.Nulls == NullTreatment.Unstated)
        {
            call = call with { Nulls = ParseNulls(cursor) };
        }

        if (cursor.Is("over"))
        {
            call = call with { Over = WindowParser.ParseOver(cursor) };
        }

        return call with { Span = cursor.Since(start) };
    }

    static NullTreatment ParseNulls(ParserCursor cursor) =>
        cursor.Accept("ignore", "nulls") ? NullTreatment.Ignore
        : cursor.Accept("respect", "nulls") ? NullTreatment.Respect
        : NullTreatment.Unstated;

    static Expression ParseArgument(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.AcceptSymbol("*"))
        {
            return new Star(cursor.Since(start), null);
        }

        if (cursor.Current.IsName && cursor.Peek() is var mark && (mark.IsSymbol("=>") || mark.IsSymbol(":=")))
        {
            var name = NameParser.ParseLabel(cursor);
            cursor.Take();
            var value = ExpressionParser.Parse(cursor);
            return new NamedArgument(cursor.Since(start), name, value);
        }

        return ExpressionParser.Parse(cursor);
    }

    static CastExpression ParseCast(ParserCursor cursor, CastSyntax syntax)
    {
        var start = cursor.Take().Start;
        cursor.ExpectSymbol("(");
        var operand = ExpressionParser.Parse(cursor);
        cursor.Expect("as");
        var type = TypeParser.Parse(cursor);
        cursor.ExpectSymbol(")");
        return new CastExpression(cursor.Since(start), operand, type, syntax);
    }

    static CastExpression ParseConvert(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.ExpectSymbol("(");
        var type = TypeParser.Parse(cursor);
        cursor.ExpectSymbol(",");
        var operand = ExpressionParser.Parse(cursor);
        cursor.ExpectSymbol(")");
        return new CastExpression(cursor.Since(start), operand, type, CastSyntax.Convert);
    }
}
