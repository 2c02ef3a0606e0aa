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
        var statements = Split(SqlLexer.Read(source)).Select(tokens => ParseStatement(source, tokens)).ToList();
        return new Script(new TextSpan(source.Start, source.Start + source.Length), statements);
    }

    /// <summary>One statement.</summary>
    /// <param name="source">Whose text the tokens index.</param>
    /// <param name="tokens">At least one and <see cref="TokenKind.End"/>.</param>
    /// <exception cref="SqlException">It is refused.</exception>
    public static Statement ParseStatement(SqlSource source, IReadOnlyList<Token> tokens)
    {
        var cursor = new ParserCursor(source, tokens);
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

    /// <summary>The tokens of each statement that has any, <see cref="TokenKind.End"/> last.</summary>
    public static IEnumerable<IReadOnlyList<Token>> Split(IReadOnlyList<Token> tokens)
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
                statement.Add(new Token(TokenKind.End, statement[^1].End, 0, ""));
                yield return statement;
                statement = [];
            }
        }
    }
}
