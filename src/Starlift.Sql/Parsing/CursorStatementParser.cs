using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>DECLARE, FETCH and CLOSE (the pages of these names).</summary>
static class CursorStatementParser
{
    public static DeclareCursorStatement ParseDeclare(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var name = NameParser.Parse(cursor);
        cursor.Expect("cursor", "for");
        var query = QueryParser.Parse(cursor);
        return new DeclareCursorStatement(cursor.Since(start), name, query);
    }

    public static FetchStatement ParseFetch(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        if (cursor.AcceptOneOf("next", "forward") is null && NameParser.IsName(cursor.Current))
        {
            return Made(null, all: false);
        }

        var all = cursor.Accept("all");
        var count = cursor.Current.Kind == TokenKind.Number ? LiteralParser.ParseNumber(cursor) : null;
        return Made(count, all);

        FetchStatement Made(Expression? rows, bool all)
        {
            cursor.AcceptOneOf("from", "in");
            var name = NameParser.Parse(cursor, "a cursor");
            return new FetchStatement(cursor.Since(start), name, rows, all);
        }
    }

    public static CloseStatement ParseClose(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var name = cursor.Accept("all") ? null : NameParser.Parse(cursor, "a cursor");
        return new CloseStatement(cursor.Since(start), name);
    }
}
