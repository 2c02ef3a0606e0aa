using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Literals (Amazon Redshift: "Literals", "Date, time, and timestamp literals", "Interval data types and literals").</summary>
static class LiteralParser
{
    public static StringLiteral ParseString(ParserCursor cursor) => ParseString(cursor, "a text in single quotes");

    public static StringLiteral ParseString(ParserCursor cursor, string what)
    {
        if (cursor.Current.Kind != TokenKind.String)
        {
            throw cursor.Unexpected(what);
        }

        var token = cursor.Take();
        return new StringLiteral(new TextSpan(token.Start, token.End), token.Value);
    }

    public static NumberLiteral ParseNumber(ParserCursor cursor)
    {
        if (cursor.Current.Kind != TokenKind.Number)
        {
            throw cursor.Unexpected("a number");
        }

        var token = cursor.Take();
        return new NumberLiteral(new TextSpan(token.Start, token.End), token.Value);
    }

    /// <summary>True where a type with a text behind it comes next: date '2020-01-31', decimal(5,2) '1.5'.</summary>
    public static bool StartsTyped(ParserCursor cursor)
    {
        var next = cursor.Peek();
        if (next.Kind == TokenKind.String)
        {
            return !ReservedWords.Contains(cursor.Current.Value) || cursor.Is("timestamp");
        }

        var words = cursor.Current.Value switch
        {
            "double" when next.Is("precision") => 2,
            "character" or "char" or "nchar" when next.Is("varying") => 2,
            "time" or "timestamp" when cursor.Peek().Value is "with" or "without" && cursor.Peek(2).Is("time") && cursor.Peek(3).Is("zone") => 4,
            _ => 1,
        };
        var at = cursor.Index + words;
        if (cursor.TokenAt(at).IsSymbol("(") && (words == 2 || cursor.Current.Value is "decimal" or "numeric" or "varchar" or "char" or "character" or "float"))
        {
            at = cursor.CloseOf(at) + 1;
        }

        return at > cursor.Index + 1 && cursor.TokenAt(at).Kind == TokenKind.String;
    }

    public static TypedLiteral ParseTyped(ParserCursor cursor)
    {
        var start = cursor.Start;
        var type = TypeParser.Parse(cursor);
        var text = ParseString(cursor);
        return new TypedLiteral(cursor.Since(start), type, text);
    }

    public static IntervalLiteral ParseInterval(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var text = ParseString(cursor);
        var qualifier = TypeParser.ParseQualifier(cursor);
        return new IntervalLiteral(cursor.Since(start), text, qualifier);
    }
}
