using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>Views (Amazon Redshift: "CREATE VIEW", "CREATE MATERIALIZED VIEW", "REFRESH MATERIALIZED VIEW").</summary>
static class ViewParser
{
    /// <summary>CREATE [OR REPLACE] VIEW has been taken.</summary>
    public static CreateViewStatement ParseView(ParserCursor cursor, int start, bool orReplace)
    {
        var name = NameParser.ParseQualified(cursor, "a view name");
        var columns = cursor.OptionalBracketList(NameParser.Parse);
        cursor.Expect("as");
        var query = QueryParser.Parse(cursor);
        var free = cursor.Accept("with");
        if (free)
        {
            cursor.Expect("no", "schema", "binding");
        }

        return new CreateViewStatement(cursor.Since(start), orReplace, name, columns, query, free);
    }

    /// <summary>CREATE MATERIALIZED VIEW has been taken.</summary>
    public static CreateMaterializedViewStatement ParseMaterialized(ParserCursor cursor, int start)
    {
        var name = NameParser.ParseQualified(cursor, "a view name");
        var columns = cursor.OptionalBracketList(NameParser.Parse);
        var attributes = TableAttributeParser.ParseAll(cursor);
        cursor.Expect("as");
        var query = QueryParser.Parse(cursor);
        return new CreateMaterializedViewStatement(cursor.Since(start), name, columns, attributes, query);
    }

    public static RefreshStatement ParseRefresh(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.Expect("materialized", "view");
        var name = NameParser.ParseQualified(cursor, "a view name");
        ObjectParser.ParseBehavior(cursor);
        return new RefreshStatement(cursor.Since(start), name);
    }
}
