using Starlift.Sql.Text;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Parsing;

/// <summary>
/// Reads Redshift's SQL into trees. What Redshift refuses for its syntax is refused; whether names exist and types fit is not looked at.
/// </summary>
public static class SqlParser
{
    /// <summary>All statements of a text.</summary>
    /// <exception cref="SqlException">A statement is refused: the first one. Nothing else is thrown on any text.</exception>
    public static Script ParseScript(SqlSource source)
    {
        var statements = Split(source).Select(ParseStatement).ToList();
        return new Script(new TextSpan(source.Start, source.Start + source.Length), statements);
    }

    /// <summary>One statement.</summary>
    /// <exception cref="SqlException">It is refused.</exception>
    public static Statement ParseStatement(StatementTokens tokens)
    {
        var cursor = new ParserCursor(tokens.Source, tokens.Tokens);
        var statement = StatementParser.Parse(cursor);
        return cursor.AtEnd ? statement : throw cursor.Unexpected("the end of the statement");
    }

    /// <summary>An expression by itself, such as a column's default.</summary>
    /// <exception cref="SqlException">It is refused, or something stands behind it.</exception>
    public static Expression ParseExpression(SqlSource source)
    {
        var cursor = new ParserCursor(source, SqlLexer.Read(source));
        var expression = ExpressionParser.Parse(cursor);
        return cursor.AtEnd ? expression : throw cursor.Unexpected("the end of the expression");
    }

    /// <summary>The statements of a text, whatever they say; empty ones are none.</summary>
    /// <exception cref="SqlException">The text can't be cut into tokens: see <see cref="SqlLexer.Read(SqlSource)"/>.</exception>
    public static IReadOnlyList<StatementTokens> Split(SqlSource source)
    {
        var statements = new List<StatementTokens>();
        var statement = new List<Token>();
        foreach (var token in SqlLexer.Read(source))
        {
            if (token.Kind != TokenKind.End && !token.IsSymbol(";"))
            {
                statement.Add(token);
            }
            else if (statement.Count > 0)
            {
                var (start, end) = (statement[0].Start, statement[^1].End);
                statement.Add(new Token(TokenKind.End, end, 0, ""));
                statements.Add(new StatementTokens(source with { Start = start, Length = end - start }, statement));
                statement = [];
            }
        }

        return statements;
    }
}
