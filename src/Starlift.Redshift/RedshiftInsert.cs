using System.Text;
using Starlift.Sql;

namespace Starlift.Redshift;

/// <summary>
/// INSERT of many rows at a time (Amazon Redshift: "Use a multi-row insert"), in statements that stay far below the longest that
/// Redshift takes, 16 MB ("Quotas and limits": query text).
/// </summary>
static class RedshiftInsert
{
    const int MostCharacters = 1_000_000;
    const int MostRows = 2_000;

    /// <summary>Statements that add all rows in their order; none where there are none.</summary>
    /// <param name="table">Gets the rows.</param>
    /// <param name="rows">Of values of a query's kinds.</param>
    /// <param name="mostCharacters">Of a statement of more than one row.</param>
    public static IEnumerable<string> Of(TableName table, IEnumerable<object?[]> rows, int mostCharacters = MostCharacters)
    {
        var statement = new StringBuilder();
        var count = 0;
        foreach (var row in rows)
        {
            var values = $"({string.Join(", ", row.Select(RedshiftLiteral.Of))})";
            if (count > 0 && (count == MostRows || statement.Length + values.Length > mostCharacters))
            {
                yield return statement.ToString();
                statement.Clear();
                count = 0;
            }

            statement.Append(count++ == 0 ? $"insert into {table.Quoted} values\n" : ",\n").Append(values);
        }

        if (count > 0)
        {
            yield return statement.ToString();
        }
    }
}
