using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>What stands in FROM and USING (Amazon Redshift: "FROM clause", "Querying semi-structured data").</summary>
static class FromParser
{
    public static IReadOnlyList<FromItem> ParseItems(ParserCursor cursor) => cursor.CommaList(ParseItem);

    public static FromItem ParseItem(ParserCursor cursor) => JoinParser.Parse(cursor, cursor.Start, ParsePrimary(cursor));

    /// <summary>A table, query, function or array, without the joins behind it.</summary>
    public static FromItem ParsePrimary(ParserCursor cursor)
    {
        var start = cursor.Start;
        return PivotParser.Parse(cursor, start, ParseSource(cursor));
    }

    /// <summary>An alias where one comes next.</summary>
    public static TableAlias? ParseAlias(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (!cursor.Accept("as") && !StartsAlias(cursor))
        {
            return null;
        }

        var name = NameParser.Parse(cursor, "a name for the table");
        var columns = cursor.OptionalBracketList(ParseColumn);
        return new TableAlias(cursor.Since(start), name, columns);
    }

    static FromItem ParseSource(ParserCursor cursor)
    {
        var start = cursor.Start;
        var lateral = cursor.Accept("lateral");
        if (cursor.IsSymbol("("))
        {
            return QueryParser.Starts(cursor) ? ParseSubquery(cursor, start, lateral) : ParseBrackets(cursor);
        }

        if (cursor.Accept("unpivot"))
        {
            var path = PrimaryParser.ParsePath(cursor);
            var alias = ParseAlias(cursor);
            var attribute = ParseAt(cursor);
            return new ObjectItem(cursor.Since(start), path, alias, attribute);
        }

        // Redshift knows VALUES in INSERT only
        if (cursor.Is("values") && cursor.Peek().IsSymbol("("))
        {
            throw cursor.Unexpected("a table name");
        }

        return IsCall(cursor) ? ParseFunction(cursor, start, lateral) : ParseTable(cursor, start);
    }

    static SubqueryItem ParseSubquery(ParserCursor cursor, int start, bool lateral)
    {
        var query = QueryParser.ParseNested(cursor);
        var alias = ParseAlias(cursor);
        return new SubqueryItem(cursor.Since(start), query, lateral, alias);
    }

    static ParenthesizedItem ParseBrackets(ParserCursor cursor)
    {
        cursor.Enter();
        var start = cursor.Take().Start;
        var inner = ParseItem(cursor);
        cursor.ExpectSymbol(")");
        var alias = ParseAlias(cursor);
        cursor.Leave();
        return new ParenthesizedItem(cursor.Since(start), inner, alias);
    }

    static bool IsCall(ParserCursor cursor)
    {
        var at = cursor.Index;
        while (cursor.TokenAt(at).IsName && cursor.TokenAt(at + 1).IsSymbol("."))
        {
            at += 2;
        }

        return cursor.TokenAt(at).IsName && cursor.TokenAt(at + 1).IsSymbol("(");
    }

    static FunctionItem ParseFunction(ParserCursor cursor, int start, bool lateral)
    {
        var call = PrimaryParser.Parse(cursor);
        var withOffset = cursor.Accept("with", "offset");
        var alias = ParseAlias(cursor);
        var index = ParseAt(cursor);
        return new FunctionItem(cursor.Since(start), call, lateral, withOffset, alias, index);
    }

    static FromItem ParseTable(ParserCursor cursor, int start)
    {
        if (!NameParser.IsName(cursor.Current))
        {
            throw cursor.Unexpected("a table name");
        }

        var path = PrimaryParser.ParsePath(cursor);
        cursor.AcceptSymbol("*");
        var alias = ParseAlias(cursor);
        var index = ParseAt(cursor);
        return path is ColumnReference column && index is null
            ? new TableReference(cursor.Since(start), new QualifiedName(column.Span, column.Parts), alias)
            : new ArrayItem(cursor.Since(start), path, alias, index);
    }

    static Identifier? ParseAt(ParserCursor cursor) =>
        cursor.Is("at") && NameParser.IsName(cursor.Peek()) && cursor.Accept("at") ? NameParser.Parse(cursor) : null;

    static ColumnAlias ParseColumn(ParserCursor cursor)
    {
        var name = NameParser.Parse(cursor);
        var type = cursor.Current.IsName ? TypeParser.Parse(cursor) : null;
        return new ColumnAlias(cursor.Since(name.Span.Start), name, type);
    }

    static bool StartsAlias(ParserCursor cursor)
    {
        if (!NameParser.IsName(cursor.Current))
        {
            return false;
        }

        return cursor.Current.Kind == TokenKind.QuotedName || cursor.Current.Value switch
        {
            // words that Redshift does not reserve, and that go on with the statement where one of these follows
            "qualify" or "set" => false,
            "start" => !cursor.Peek().Is("with"),
            "connect" => !cursor.Peek().Is("by"),
            "at" or "window" => !NameParser.IsName(cursor.Peek()),
            _ => true,
        };
    }
}
