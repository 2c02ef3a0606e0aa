namespace Starlift.Tests.Docs;

public sealed class SqlGapsPageTests
{
    const string List = "test/Starlift.Conformance/gaps.txt";

    /// <summary>The run of the checks holds the list to what fails.</summary>
    [Theory]
    [InlineData("duckdb", "on DuckDB")]
    [InlineData("postgres", "on PostgreSQL")]
    public void The_page_says_of_each_check_that_fails_why(string engine, string part) => GeneratedPage.Match(
        "docs/redshift-sql-gaps.md",
        part,
        GeneratedPage.Table(["what", "why", "checks"], Gaps(engine).GroupBy(gap => (gap.What, gap.Why)).Select(same => (IReadOnlyList<string>)[same.Key.What, same.Key.Why, $"{same.Count()}"])));

    [Fact]
    public void Every_line_of_the_list_names_an_engine_and_a_reason() =>
        Assert.All(Repository.Read(List).Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^[^ ]+:\d+ (duckdb|postgres) [^|]+ \| [^|]+$", line));

    static IEnumerable<(string What, string Why)> Gaps(string engine) => Repository.Read(List).Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split(' ', 3))
        .Where(parts => parts[1] == engine)
        .Select(parts => parts[2].Split(" | "))
        .Select(parts => (parts[0], parts[1]));
}
