using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>INSERT, UPDATE, DELETE and TRUNCATE (the pages of these names).</summary>
static class ChangeParser
{
    public static InsertStatement ParseInsert(ParserCursor cursor, int start, WithClause? with)
    {
        cursor.Expect("insert", "into");
        var table = NameParser.ParseTable(cursor);
        var columns = cursor.IsSymbol("(") && !QueryParser.Starts(cursor) ? NameParser.ParseList(cursor) : [];
        if (cursor.Accept("default", "values"))
        {
            return new InsertStatement(cursor.Since(start), with, table, columns, null);
        }

        var query = cursor.Is("values") ? ParseValues(cursor) : QueryParser.Parse(cursor);
        return new InsertStatement(cursor.Since(start), with, table, columns, query);
    }

    public static UpdateStatement ParseUpdate(ParserCursor cursor, int start, WithClause? with)
    {
        cursor.Expect("update");
        var table = NameParser.ParseTable(cursor);
        var alias = FromParser.ParseAlias(cursor);
        cursor.Expect("set");
        var assignments = cursor.CommaList(ParseAssignment);
        IReadOnlyList<FromItem> from = cursor.Accept("from") ? FromParser.ParseItems(cursor) : [];
        var where = ParseWhere(cursor);
        return new UpdateStatement(cursor.Since(start), with, table, alias, assignments, from, where);
    }

    public static DeleteStatement ParseDelete(ParserCursor cursor, int start, WithClause? with)
    {
        cursor.Expect("delete");
        cursor.Accept("from");
        var table = NameParser.ParseTable(cursor);
        var alias = FromParser.ParseAlias(cursor);
        IReadOnlyList<FromItem> sources = cursor.Accept("using") ? FromParser.ParseItems(cursor) : [];
        var where = ParseWhere(cursor);
        return new DeleteStatement(cursor.Since(start), with, table, alias, sources, where);
    }

    public static TruncateStatement ParseTruncate(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        cursor.Accept("table");
        var table = NameParser.ParseTable(cursor);
        return new TruncateStatement(cursor.Since(start), table);
    }

    public static Assignment ParseAssignment(ParserCursor cursor)
    {
        var column = NameParser.ParseQualified(cursor, "a column");
        cursor.ExpectSymbol("=");
        var value = ExpressionParser.Parse(cursor);
        return new Assignment(cursor.Since(column.Span.Start), column, value);
    }

    public static RowValue ParseRow(ParserCursor cursor)
    {
        var start = cursor.Start;
        var items = cursor.BracketList(ExpressionParser.Parse);
        return new RowValue(cursor.Since(start), items);
    }

    static Query ParseValues(ParserCursor cursor)
    {
        var start = cursor.Take().Start;
        var rows = cursor.CommaList(ParseRow);
        return new Query(cursor.Since(start), null, new ValuesList(cursor.Since(start), rows), [], null, null, null);
    }

    static Expression? ParseWhere(ParserCursor cursor) => cursor.Accept("where") ? ExpressionParser.Parse(cursor) : null;
}
