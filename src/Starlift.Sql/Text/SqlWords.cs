namespace Starlift.Sql.Text;

/// <summary>What the words of a text mean, whatever stands between them.</summary>
public static class SqlWords
{
    /// <summary>One text for each word, number, string and symbol: comments, blanks and the case of names make no difference.</summary>
    /// <exception cref="SqlException">The text can't be cut into tokens: see <see cref="SqlLexer.Read(SqlSource)"/>.</exception>
    public static IReadOnlyList<string> Of(SqlSource source) => [.. SqlLexer.Read(source).Select(token => $"{token.Kind} {token.Value}")];
}
