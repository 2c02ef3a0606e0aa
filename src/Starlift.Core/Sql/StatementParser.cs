namespace Starlift.Sql;

/// <summary>Tells from a statement's first words which parser reads it.</summary>
static class StatementParser
{
    /// <param name="source">From the first token to the last.</param>
    /// <param name="tokens">At least one before the end.</param>
    public static SqlStatement Parse(SqlSource source, IReadOnlyList<Token> tokens)
    {
        StatementDepth.Check(source, tokens);
        var cursor = new TokenCursor(source, tokens);
        if (cursor.Accept("copy"))
        {
            return new CopyParser(source, cursor).Parse();
        }

        if (cursor.Accept("comment", "on", "table"))
        {
            return CommentParser.ParseTable(source, cursor);
        }

        if (cursor.Accept("comment", "on", "column"))
        {
            return CommentParser.ParseColumn(source, cursor);
        }

        if (cursor.Accept("drop", "table"))
        {
            return DropTableParser.Parse(source, cursor);
        }

        return CreateTableParser.Reads(tokens)
            ? new CreateTableParser(source, cursor).Parse()
            : new OtherStatement(tokens, RefusedSql.Tree(source, tokens)) { Source = source };
    }
}
