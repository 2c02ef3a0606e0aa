using Starlift.Sql.Parsing;

namespace Starlift.Sql;

/// <summary>Tells from a statement's first words which parser reads it.</summary>
static class StatementParser
{
    public static SqlStatement Parse(StatementTokens statement)
    {
        RefusedSql.CheckDepth(statement);
        var (source, tokens) = statement;
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
            : new OtherStatement(RefusedSql.Tree(statement)) { Source = source };
    }
}
