using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Tells the forms of CREATE apart.</summary>
static class CreateParser
{
    public static Statement Parse(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var orReplace = cursor.Accept("or", "replace");
        if (cursor.Accept("view"))
        {
            return ViewParser.ParseView(cursor, start, orReplace);
        }

        if (cursor.AcceptOneOf("function", "procedure") is { } routine)
        {
            return RoutineParser.Parse(cursor, start, orReplace, routine == "function" ? ObjectKind.Function : ObjectKind.Procedure);
        }

        if (!orReplace)
        {
            if (AcceptTable(cursor, out var temporary))
            {
                return TableParser.Parse(cursor, start, temporary);
            }

            if (cursor.Accept("materialized", "view"))
            {
                return ViewParser.ParseMaterialized(cursor, start);
            }

            if (cursor.Accept("schema"))
            {
                return ObjectParser.ParseSchema(cursor, start);
            }
        }

        return ObjectParser.ParseCreate(cursor, start);
    }

    static bool AcceptTable(ParserCursor cursor, out bool temporary)
    {
        temporary = cursor.Accept("temp", "table") || cursor.Accept("temporary", "table")
            || cursor.Accept("local", "temp", "table") || cursor.Accept("local", "temporary", "table");
        return temporary || cursor.Accept("table");
    }
}
