using System.Text.RegularExpressions;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

public sealed partial class PostgresSqlDocTests
{
    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            var lines = File.ReadLines(Path.Combine(SourceTree.Root, "docs", "redshift-sql.md")).SkipWhile(line => line != "## On PostgreSQL");
            foreach (var cells in lines.Where(line => line.StartsWith('|')).Select(line => Cell().Split(line).Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal)).ToArray()))
            {
                if (cells.Length == 6 && cells[2].StartsWith('`'))
                {
                    data.Add(cells[2].Trim('`'), cells[4].Trim('`'));
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Every_example_of_the_page_gives_the_result_it_states(string sql, string result)
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        QueryResult? last = null;
        foreach (var statement in SqlScript.Parse("example.sql", sql))
        {
            // DDL is executed, so that the catalogue knows of it.
            if (statement is OtherStatement { Query: not null, YieldsRows: true })
            {
                last = await warehouse.QueryAsync(statement, TestContext.Current.CancellationToken);
            }
            else
            {
                await warehouse.ExecuteAsync(statement, TestContext.Current.CancellationToken);
            }
        }

        Assert.Equal(result, string.Join(" / ", last!.Rows.Select(row => string.Join(", ", row.Select(Text)))));
    }

    [Fact]
    public void The_page_has_examples() => Assert.True(Examples.Count > 20, "the page's tables could not be read");

    static string Text(object? value) => value is DateTime time
        ? time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", System.Globalization.CultureInfo.InvariantCulture)
        : ScratchTarget.Lines(new QueryResult([""], [[value]]))[0];

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Cell();
}
