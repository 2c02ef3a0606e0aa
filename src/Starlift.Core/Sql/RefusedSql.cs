using Starlift.Errors;
using Starlift.Sql.Parsing;
using Starlift.Sql.Tree;

namespace Starlift.Sql;

/// <summary>What the SQL front end refuses, told as what a person has to mend.</summary>
public static class RefusedSql
{
    /// <inheritdoc cref="SqlParser.Split"/>
    /// <exception cref="ConfigurationException">The text can't be cut into tokens.</exception>
    public static IReadOnlyList<StatementTokens> Split(SqlSource source) => Told(() => SqlParser.Split(source));

    /// <inheritdoc cref="SqlParser.ParseStatement"/>
    /// <exception cref="ConfigurationException">Redshift would refuse the statement.</exception>
    public static Statement Tree(StatementTokens statement) => Told(() => SqlParser.ParseStatement(statement));

    /// <inheritdoc cref="StatementDepth.Check"/>
    /// <exception cref="ConfigurationException">The statement is deeper than any engine takes.</exception>
    public static void CheckDepth(StatementTokens statement) => Told(() =>
    {
        StatementDepth.Check(statement.Source, statement.Tokens);
        return true;
    });

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
