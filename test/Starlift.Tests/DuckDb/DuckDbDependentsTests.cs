using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Tests.DuckDb;

public sealed class DuckDbDependentsTests
{
    [Fact]
    public async Task A_column_that_a_view_reads_is_not_dropped()
    {
        await using var scratch = await MadeAsync();
        var refused = await Assert.ThrowsAsync<StarliftException>(() => ExecuteAsync(scratch, "alter table t drop column b"));
        Assert.Equal("cannot drop table t column b because other objects depend on it", refused.Problems[0].What);
        Assert.Equal(["2"], await scratch.QueryAsync("select b from w"));
    }

    [Fact]
    public async Task Cascade_drops_the_views_with_the_column()
    {
        await using var scratch = await MadeAsync();
        await ExecuteAsync(scratch, "alter table t drop column b cascade");
        foreach (var view in (string[])["v", "w"])
        {
            var gone = await Assert.ThrowsAsync<StarliftException>(() => scratch.QueryAsync($"select * from {view}"));
            Assert.Equal($"relation \"{view}\" does not exist", gone.Problems[0].What);
        }

        Assert.Equal(["1"], await scratch.QueryAsync("select a from t"));
    }

    [Theory]
    [InlineData("alter table t rename column b to c")]
    [InlineData("alter table t rename to u")]
    public async Task What_a_view_reads_is_not_renamed(string alter)
    {
        await using var scratch = await MadeAsync();
        var refused = await Assert.ThrowsAsync<StarliftException>(() => ExecuteAsync(scratch, alter));
        Assert.Equal("table t can't be changed so: DuckDB keeps views as texts, and view v could not be read any more", refused.Problems[0].What);
    }

    [Theory]
    [InlineData("alter table t drop column a")]
    [InlineData("alter table v rename to x")]
    [InlineData("alter table t add column c int")]
    public async Task What_no_view_reads_is_changed(string alter)
    {
        await using var scratch = await MadeAsync(withSecondView: false);
        await ExecuteAsync(scratch, alter);
        Assert.Equal(["2"], await scratch.QueryAsync(alter.Contains("to x", StringComparison.Ordinal) ? "select b from x" : "select b from v"));
    }

    static async Task<ScratchWarehouse> MadeAsync(bool withSecondView = true)
    {
        var scratch = await ScratchWarehouse.OpenAsync();
        foreach (var sql in (string[])["create table t (a int, b int)", "insert into t values (1, 2)", "create view v as select b from t", .. withSecondView ? ["create view w as select b from v"] : (string[])[]])
        {
            await ExecuteAsync(scratch, sql);
        }

        return scratch;
    }

    static Task<long> ExecuteAsync(ScratchWarehouse scratch, string sql) => scratch.Warehouse.ExecuteAsync(SqlScript.Parse("s.sql", sql).Single(), TestContext.Current.CancellationToken);
}
