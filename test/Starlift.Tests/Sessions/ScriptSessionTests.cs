using Starlift.DuckDb;
using Starlift.Errors;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Tests.Objects;

namespace Starlift.Tests.Sessions;

/// <summary>Statements that come one by one.</summary>
public sealed class ScriptSessionTests
{
    [Fact]
    public async Task A_session_goes_on_after_a_statement_that_failed() =>
        Assert.Equal(["made", "failed", "1"], await SeenAsync("create table t as select 1 as n", "select nothing from t", "select n from t"));

    [Fact]
    public async Task A_block_lasts_until_it_is_ended() => Assert.Equal(
        ["made", "made", "made", "1", "made", "0"],
        await SeenAsync("create table t (n int)", "begin", "insert into t values (1)", "select count(*) from t", "rollback", "select count(*) from t"));

    [Fact]
    public async Task A_block_in_which_a_statement_failed_takes_its_end_only() => Assert.Equal(
        ["made", "made", "made", "failed", "aborted", "made", "0", "made"],
        await SeenAsync("create table t (n int)", "begin", "insert into t values (1)", "select nothing from t", "insert into t values (2)", "commit", "select count(*) from t", "insert into t values (3)"));

    [Fact]
    public async Task A_failed_COPY_leaves_its_block_to_be_ended() => Assert.Equal(
        ["made", "made", "failed", "aborted", "made", "0"],
        await SeenAsync("create table t (n int)", "begin", "copy t from 's3://b/t' iam_role default format json 'auto'", "insert into t values (2)", "rollback", "select count(*) from t"));

    [Fact]
    public async Task VACUUM_is_executed_in_no_block() => Assert.Equal(
        ["made", "made", "failed", "aborted", "made"], await SeenAsync("create table t (a varchar(3))", "begin", "vacuum t", "select 1", "rollback"));

    [Fact]
    public async Task A_cursor_is_declared_in_a_block_only() => Assert.Equal(["failed", "1"], await SeenAsync("declare c cursor for select 1", "select 1"));

    [Fact]
    public async Task What_is_refused_before_it_is_executed_fails_the_block()
    {
        var store = new MemoryObjectStore();
        await using var warehouse = await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = ":memory:", Threads = 1 }, _ => null, store, TestContext.Current.CancellationToken);
        var session = new ScriptRunner(warehouse, store, TimeProvider.System);
        Assert.Equal("made", await SeenAsync(session, "begin"));
        session.Fail();
        Assert.Equal("aborted", await SeenAsync(session, "select 1"));
        Assert.Equal("made", await SeenAsync(session, "rollback"));
        session.Fail();
        Assert.Equal("1", await SeenAsync(session, "select 1"));
        await session.EndAsync();
    }

    static async Task<IReadOnlyList<string>> SeenAsync(params IReadOnlyList<string> statements)
    {
        var store = new MemoryObjectStore();
        store.Add("s3://b/t", "{\"n\": \"no number\"}"u8.ToArray());
        await using var warehouse = await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = ":memory:", Threads = 1 }, _ => null, store, TestContext.Current.CancellationToken);
        var session = new ScriptRunner(warehouse, store, TimeProvider.System);
        await session.PrepareAsync(SqlScript.Parse("a.sql", string.Join(';', statements)), TestContext.Current.CancellationToken);
        var seen = new List<string>();
        foreach (var statement in statements)
        {
            seen.Add(await SeenAsync(session, statement));
        }

        await session.EndAsync();
        return seen;
    }

    static async Task<string> SeenAsync(ScriptRunner session, string sql)
    {
        try
        {
            await using var rows = (await session.ExecuteAsync(SqlScript.Parse("a.sql", sql)[0], TestContext.Current.CancellationToken)).Rows;
            return rows is null ? "made" : string.Join(',', (await rows.CollectAsync(TestContext.Current.CancellationToken)).Rows.Select(row => $"{row[0]}"));
        }
        catch (StarliftException e)
        {
            return e.Message.Contains("current transaction is aborted, commands ignored until end of transaction block", StringComparison.Ordinal) ? "aborted" : "failed";
        }
    }
}
