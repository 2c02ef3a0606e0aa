namespace Starlift.Sql;

/// <summary>Reads what follows DROP TABLE (Amazon Redshift: "DROP TABLE").</summary>
static class DropTableParser
{
    public static DropTable Parse(SqlSource source, TokenCursor cursor)
    {
        var ifExists = cursor.Accept("if", "exists");
        var tables = new List<TableName>();
        do
        {
            tables.Add(cursor.ExpectTable());
        }
        while (cursor.AcceptSymbol(","));
        var cascade = cursor.Accept("cascade");
        if (!cascade)
        {
            cursor.Accept("restrict");
        }

        cursor.ExpectEnd();
        return new DropTable(tables, ifExists, cascade) { Source = source };
    }
}
