namespace Starlift.Sql.Rewriting;

/// <summary>Names and texts as standard SQL writes them, and types as Redshift names them.</summary>
public static class SqlNames
{
    public static string Quote(string name) => Quoting.Name(name);

    /// <summary>The table, its schema included, whatever word its name is.</summary>
    public static string Of(TableName table) => table.Quoted;

    /// <summary>A string literal that knows no backslash escapes.</summary>
    public static string Literal(string text) => Quoting.Literal(text);

    /// <summary>The Redshift type named at <paramref name="index"/>; null where the word names none.</summary>
    public static SqlType? TypeAt(SqlTokens tokens, int index) =>
        tokens[index].Kind == TokenKind.Word && SqlTypeParser.Knows(tokens[index].Value)
            ? SqlTypeParser.Parse(tokens.CursorAt(index))
            : null;
}
