using Starlift.Errors;

namespace Starlift.Sql;

/// <summary>What the SQL front end refuses, told as what a person has to mend.</summary>
public static class RefusedSql
{
    /// <inheritdoc cref="SqlLexer.Read"/>
    /// <exception cref="ConfigurationException">The text can't be cut into tokens.</exception>
    public static IReadOnlyList<Token> Tokens(SqlSource source)
    {
        try
        {
            return SqlLexer.Read(source);
        }
        catch (SqlException refused)
        {
            throw new ConfigurationException(refused.Message, refused.Place, refused.Hint, refused);
        }
    }
}
