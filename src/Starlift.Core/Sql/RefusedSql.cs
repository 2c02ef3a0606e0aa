using Starlift.Errors;
using Starlift.Sql.Parsing;
using Starlift.Sql.Tree;

namespace Starlift.Sql;

/// <summary>What the SQL front end refuses, told as what a person has to mend.</summary>
public static class RefusedSql
{
    /// <inheritdoc cref="SqlLexer.Read"/>
    /// <exception cref="ConfigurationException">The text can't be cut into tokens.</exception>
    public static IReadOnlyList<Token> Tokens(SqlSource source) => Told(() => SqlLexer.Read(source));

    /// <inheritdoc cref="SqlParser.ParseStatement"/>
    /// <exception cref="ConfigurationException">Redshift would refuse the statement.</exception>
    public static Statement Tree(SqlSource source, IReadOnlyList<Token> tokens) => Told(() => SqlParser.ParseStatement(source, tokens));

    static T Told<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SqlException refused)
        {
            throw new ConfigurationException(refused.Message, refused.Place, refused.Hint, refused);
        }
    }
}
