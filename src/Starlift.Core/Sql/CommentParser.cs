namespace Starlift.Sql;

/// <summary>Reads COMMENT ON TABLE and COMMENT ON COLUMN (Amazon Redshift: "COMMENT").</summary>
static class CommentParser
{
    public static CommentOn ParseTable(SqlSource source, TokenCursor cursor)
    {
        var table = cursor.ExpectTable();
        return new CommentOn(table, null, ParseText(cursor)) { Source = source };
    }

    public static CommentOn ParseColumn(SqlSource source, TokenCursor cursor)
    {
        var first = cursor.Current;
        var names = new List<string>();
        do
        {
            names.Add(cursor.ExpectName("a column name"));
        }
        while (cursor.AcceptSymbol("."));
        return names.Count is 2 or 3
            ? new CommentOn(new TableName(names.Count == 3 ? names[0] : null, names[^2]), names[^1], ParseText(cursor)) { Source = source }
            : throw cursor.Error(first, $"COMMENT ON COLUMN names {string.Join('.', names)}", "write table.column, or schema.table.column");
    }

    static string? ParseText(TokenCursor cursor)
    {
        cursor.Expect("is");
        var text = cursor.Accept("null") ? null : cursor.ExpectString("the comment");
        cursor.ExpectEnd();
        return text;
    }
}
