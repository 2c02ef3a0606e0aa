using Starlift.Cases;
using Starlift.Conformance;
using Starlift.Objects;

namespace Starlift.WarehouseTests;

/// <summary>The worked cases of Redshift's SQL that are kept beside the project, where they are there.</summary>
public sealed class SqlCasesTests
{
    static readonly string Folder = Path.Combine(SourceTree.Root, "../shared/sql-cases");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>./build conformance --sql --failed lists those that fail, --update remembers how many pass.</summary>
    [Fact]
    public Task No_fewer_pass_on_DuckDB_than_before() => HoldAsync("duckdb", DuckDbEngine.OpenAsync);

    [Fact]
    public Task No_fewer_pass_on_PostgreSQL_than_before()
    {
        PostgresTarget.GetServer();
        return HoldAsync("postgres", PostgresEngine.OpenAsync);
    }

    [Fact]
    public async Task PostgreSQL_itself_agrees_where_a_case_says_so()
    {
        PostgresTarget.GetServer();
        var outcomes = await SqlSuite.RunAsync(Required().Where(check => check.PostgresAgrees), PostgresOracle.ObserveAsync, Stop);
        var others = string.Join('\n', outcomes.Where(outcome => outcome.Judgement.Verdict != SqlVerdict.Passed)
            .Select(outcome => $"{outcome.Check.File}:{outcome.Check.Line}: {string.Join("; ", outcome.Judgement.Differences)} <- {outcome.Check.Sql}"));
        Assert.True(others.Length == 0, others);
    }

    static async Task HoldAsync(string engine, Func<IObjectStore, CancellationToken, Task<IEngine>> open)
    {
        var outcomes = await SqlSuite.RunAsync(Required(), open, Stop);
        Assert.Empty(SqlReached.Read().Fallen(engine, outcomes));
    }

    static IEnumerable<SqlCheck> Required()
    {
        Assert.SkipUnless(Directory.Exists(Folder), "no cases in ../shared/sql-cases");
        return ConformanceCases.SqlBelow(Folder);
    }
}
