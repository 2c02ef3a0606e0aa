using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>What stands behind ORDER BY (Amazon Redshift: "ORDER BY clause").</summary>
static class OrderParser
{
    public static IReadOnlyList<OrderItem> ParseItems(ParserCursor cursor) => cursor.CommaList(ParseItem);

    static OrderItem ParseItem(ParserCursor cursor)
    {
        var start = cursor.Start;
        var value = ExpressionParser.Parse(cursor);
        var descending = cursor.AcceptOneOf("asc", "desc") == "desc";
        bool? nullsFirst = cursor.Accept("nulls", "first") ? true : cursor.Accept("nulls", "last") ? false : null;
        return new OrderItem(cursor.Since(start), value, descending, nullsFirst);
    }
}
