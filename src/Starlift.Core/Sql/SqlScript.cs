using Starlift.Errors;

namespace Starlift.Sql;

/// <summary>A text of Redshift SQL statements that are parted by semicolons.</summary>
public static class SqlScript
{
    /// <inheritdoc cref="Parse(SqlSource)"/>
    /// <param name="file">The file's name as the user knows it.</param>
    /// <param name="text">The whole file.</param>
    public static IReadOnlyList<SqlStatement> Parse(string file, string text) => Parse(new SqlSource(file, text));

    /// <summary>The statements in their order; empty ones are none.</summary>
    /// <exception cref="ConfigurationException">
    /// Statements that Redshift would refuse, or that Starlift can't carry out: one problem for each of them.
    /// </exception>
    public static IReadOnlyList<SqlStatement> Parse(SqlSource source)
    {
        var statements = new List<SqlStatement>();
        var problems = new List<Problem>();
        foreach (var tokens in Split(RefusedSql.Tokens(source)))
        {
            try
            {
                statements.Add(StatementParser.Parse(StretchOf(source, tokens), tokens));
            }
            catch (ConfigurationException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        return problems.Count == 0 ? statements : throw new ConfigurationException(problems);
    }

    /// <summary>The stretches of the statements, whatever they say; empty ones are none.</summary>
    /// <exception cref="ConfigurationException">It can't be cut into tokens: see <see cref="SqlLexer.Read(SqlSource)"/>.</exception>
    public static IReadOnlyList<SqlSource> Split(SqlSource source) => [.. Split(SqlLexer.Read(source)).Select(tokens => StretchOf(source, tokens))];

    static SqlSource StretchOf(SqlSource source, IReadOnlyList<Token> tokens) =>
        source with { Start = tokens[0].Start, Length = tokens[^1].Start - tokens[0].Start };

    static IEnumerable<IReadOnlyList<Token>> Split(IReadOnlyList<Token> tokens)
    {
        var statement = new List<Token>();
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.End && !token.IsSymbol(";"))
            {
                statement.Add(token);
            }
            else if (statement.Count > 0)
            {
                yield return [.. statement, new Token(TokenKind.End, statement[^1].End, 0, "")];
                statement.Clear();
            }
        }
    }
}
