using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Joins (Amazon Redshift: "FROM clause", "JOIN examples").</summary>
static class JoinParser
{
    /// <summary>The item with all joins behind it.</summary>
    public static FromItem Parse(ParserCursor cursor, int start, FromItem left)
    {
        for (var length = 1; Starts(cursor); length++)
        {
            cursor.CheckChain(length);
            left = ParseOne(cursor, start, left);
        }

        return left;
    }

    static bool Starts(ParserCursor cursor) =>
        cursor.Current is { Kind: TokenKind.Word, Value: "join" or "inner" or "left" or "right" or "full" or "cross" or "natural" };

    static JoinItem ParseOne(ParserCursor cursor, int start, FromItem left)
    {
        cursor.Enter();
        var natural = cursor.Accept("natural");
        var kind = cursor.AcceptOneOf("inner", "left", "right", "full", "cross") switch
        {
            "left" => JoinKind.Left,
            "right" => JoinKind.Right,
            "full" => JoinKind.Full,
            "cross" => JoinKind.Cross,
            _ => JoinKind.Inner,
        };
        if (kind is JoinKind.Left or JoinKind.Right or JoinKind.Full)
        {
            cursor.Accept("outer");
        }

        cursor.Expect("join");
        var rightStart = cursor.Start;
        var right = FromParser.ParsePrimary(cursor);
        if (natural || kind == JoinKind.Cross)
        {
            cursor.Leave();
            return new JoinItem(cursor.Since(start), left, kind, natural, right, null, []);
        }

        // a join b join c on … on …: the inner one comes first
        if (Starts(cursor))
        {
            right = Parse(cursor, rightStart, right);
        }

        var on = cursor.Accept("on") ? ExpressionParser.Parse(cursor) : null;
        if (on is null && !cursor.Is("using"))
        {
            throw cursor.Unexpected("ON or USING");
        }

        IReadOnlyList<Identifier> columns = on is null && cursor.Accept("using") ? NameParser.ParseList(cursor) : [];
        cursor.Leave();
        return new JoinItem(cursor.Since(start), left, kind, natural, right, on, columns);
    }
}
