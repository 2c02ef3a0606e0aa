using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Starlift.Tests.DuckDb;

public sealed partial class RedshiftSqlDocTests
{
    public static TheoryData<string, string> Examples()
    {
        var data = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(DocPath()).TakeWhile(line => line != "## On PostgreSQL").Where(line => line.StartsWith('|')))
        {
            var cells = Cell().Split(line).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal)).ToArray();
            if (cells.Length == 6 && cells[2].StartsWith('`'))
            {
                data.Add(cells[2].Trim('`'), cells[4].Trim('`'));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_of_the_page_gives_the_result_it_states(string sql, string result)
    {
        using var session = new DuckDbSession();

        Assert.Equal(result, string.Join(" / ", session.Run(sql)));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples().Count > 90, "the page's tables could not be read");

    static string DocPath([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "docs", "redshift-sql.md"));

    [GeneratedRegex(@"(?<!\\)\|")]
    internal static partial Regex Cell();
}
