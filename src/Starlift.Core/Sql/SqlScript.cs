using Starlift.Errors;
using Starlift.Sql.Parsing;

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
        foreach (var statement in RefusedSql.Split(source))
        {
            try
            {
                statements.Add(StatementParser.Parse(statement));
            }
            catch (ConfigurationException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        return problems.Count == 0 ? statements : throw new ConfigurationException(problems);
    }

    /// <summary>The stretches of the statements, whatever they say; empty ones are none.</summary>
    /// <exception cref="SqlException">The text can't be cut into tokens.</exception>
    public static IReadOnlyList<SqlSource> Split(SqlSource source) => [.. SqlParser.Split(source).Select(statement => statement.Source)];
}
