using System.Text.RegularExpressions;
using Starlift.Sql.Text;

namespace Starlift.SqlTests.Meaning;

/// <summary>The examples of docs/redshift-sql.md; those that look into DuckDB are no Redshift SQL.</summary>
public sealed partial class DocumentedSqlTests
{
    [Fact]
    public void Every_example_has_a_meaning()
    {
        var refused = new List<string>();
        foreach (var row in Repository.Read("docs/redshift-sql.md").Split('\n').Select(line => Row().Match(line)).Where(match => match.Success))
        {
            var sql = row.Groups["sql"].Value.Replace("\\|", "|", StringComparison.Ordinal);
            if (sql.Contains("duckdb_", StringComparison.Ordinal))
            {
                continue;
            }

            try
            {
                Meanings.Of(sql);
            }
            catch (SqlException refusal)
            {
                refused.Add($"{refusal.Message} <- {sql}");
            }
        }

        Assert.Empty(refused);
    }

    [GeneratedRegex(@"^\| [^|]* \| `(?<sql>(?:[^`\\]|\\.)+)` \|")]
    private static partial Regex Row();
}
