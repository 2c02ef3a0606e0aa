using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Functions and procedures (Amazon Redshift: "CREATE FUNCTION", "CREATE PROCEDURE"). What stands in the body is not looked at.</summary>
static class RoutineParser
{
    /// <summary>CREATE [OR REPLACE] and the kind have been taken.</summary>
    public static CreateRoutineStatement Parse(ParserCursor cursor, int start, bool orReplace, ObjectKind kind)
    {
        var name = NameParser.ParseQualified(cursor);
        var parameters = ParseParameters(cursor);
        TypeName? returns = null;
        StringLiteral? body = null;
        Identifier? language = null;
        var options = new List<Opaque>();
        while (!cursor.AtEnd)
        {
            if (returns is null && cursor.Accept("returns"))
            {
                returns = TypeParser.Parse(cursor);
            }
            else if (body is null && cursor.Accept("as"))
            {
                body = LiteralParser.ParseString(cursor, "the body, between $$ and $$");
            }
            else if (language is null && cursor.Accept("language"))
            {
                language = NameParser.ParseLabel(cursor);
            }
            else
            {
                options.Add(ParseOption(cursor));
            }
        }

        return new CreateRoutineStatement(cursor.Since(start), kind, orReplace, name, parameters, returns, body, language, options);
    }

    public static IReadOnlyList<RoutineParameter> ParseParameters(ParserCursor cursor)
    {
        if (cursor.IsSymbol("(") && cursor.Peek().IsSymbol(")"))
        {
            cursor.SkipOne();
            return [];
        }

        return cursor.BracketList(ParseParameter);
    }

    static RoutineParameter ParseParameter(ParserCursor cursor)
    {
        var start = cursor.Start;
        var mode = AcceptMode(cursor);
        var name = IsNamed(cursor) ? NameParser.Parse(cursor) : null;
        mode ??= AcceptMode(cursor);
        var type = TypeParser.Parse(cursor);
        return new RoutineParameter(cursor.Since(start), mode ?? ParameterMode.In, name, type);
    }

    static ParameterMode? AcceptMode(ParserCursor cursor) => cursor.AcceptOneOf("in", "out", "inout") switch
    {
        "in" => ParameterMode.In,
        "out" => ParameterMode.Out,
        "inout" => ParameterMode.InOut,
        _ => null,
    };

    // a name stands before a type; words that go on with a type don't tell one
    static bool IsNamed(ParserCursor cursor) => NameParser.IsName(cursor.Current) && cursor.Peek().IsName
        && cursor.Peek().Value is not ("precision" or "varying" or "with" or "without" or "character");

    static Opaque ParseOption(ParserCursor cursor)
    {
        var start = cursor.Start;
        if (cursor.Current.Kind != TokenKind.Word)
        {
            throw cursor.Unexpected("an option");
        }

        switch (cursor.Take().Value)
        {
            case "set":
                NameParser.ParseQualified(cursor);
                if (!cursor.Accept("to"))
                {
                    cursor.ExpectSymbol("=");
                }

                cursor.Take();
                break;
            case "security":
                NameParser.ParseLabel(cursor);
                break;
        }

        return new Opaque(cursor.Since(start));
    }
}
