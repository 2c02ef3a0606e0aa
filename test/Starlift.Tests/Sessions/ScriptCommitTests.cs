using Starlift.Errors;
using Starlift.Tests.Runs;

namespace Starlift.Tests.Sessions;

/// <summary>What a script commits is there with its history, and what is told of it is true.</summary>
public sealed class ScriptCommitTests
{
    const string Copy = "copy t from 's3://b/t' iam_role default json 'auto' maxerror 5";
    const string Loads = "select load_id, status, rows_loaded, rejects from starlift.loads order by load_id, status";

    [Fact]
    public async Task A_copy_and_its_history_are_committed_together()
    {
        WatchedCommits? commits = null;
        await using var scripts = new ScratchScripts { Wrap = warehouse => commits = new WatchedCommits(warehouse) }.Add("t", """{"n":1}{"n":"x"}""");
        await scripts.RunAsync("create table t (n int)");
        commits!.OnCommit = async (_, warehouse) =>
        {
            await warehouse.CommitAsync();
            commits.IsGone = true;
        };
        await scripts.EndAsync(Copy, TestContext.Current.CancellationToken);
        commits.IsGone = false;
        Assert.Equal(["1"], await scripts.QueryAsync("select n from t"));
        Assert.Equal(["1|completed|1|1"], await scripts.QueryAsync(Loads));
        Assert.Equal(["1|x"], await scripts.QueryAsync("select load_id, raw_value from starlift.rejects"));
        Assert.Equal(["1"], await scripts.QueryAsync("select load_id from starlift.ledger"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_commit_that_the_warehouse_knows_nothing_of_is_looked_for(bool committed)
    {
        WatchedCommits? commits = null;
        await using var scripts = new ScratchScripts { Wrap = warehouse => commits = new WatchedCommits(warehouse) }.Add("t", """{"n":1}""");
        await scripts.RunAsync("create table t (n int)");
        commits!.OnCommit = async (number, warehouse) =>
        {
            await (committed || number > 1 ? warehouse.CommitAsync() : warehouse.RollbackAsync());
            if (number == 1)
            {
                throw WatchedCommits.Unknown();
            }
        };
        var script = $"begin; {Copy}; commit; insert into t values (2)";
        if (committed)
        {
            await scripts.RunAsync(script);
        }
        else
        {
            var (exitCode, seen) = await scripts.FailAsync(script);
            Assert.Equal((ExitCode.Access, ": the line was cut, and nothing of it is committed"), (exitCode, seen[^1]));
        }

        Assert.Equal(committed ? ["1", "2"] : [], await scripts.QueryAsync("select n from t order by n"));
        Assert.Equal([committed ? "1|completed|1|0" : "1|aborted|0|0"], await scripts.QueryAsync(Loads));
    }

    [Fact]
    public async Task A_commit_that_nobody_can_look_for_is_told_as_unknown()
    {
        WatchedCommits? commits = null;
        await using var scripts = new ScratchScripts { Wrap = warehouse => commits = new WatchedCommits(warehouse) };
        await scripts.RunAsync("create table t (n int)");
        commits!.OnCommit = async (_, warehouse) =>
        {
            await warehouse.CommitAsync();
            throw WatchedCommits.Unknown();
        };
        var (_, seen) = await scripts.FailAsync("begin; insert into t values (1); commit");
        Assert.Equal(": the line was cut, and whether it is committed is not known", seen[^1]);
    }

    [Fact]
    public async Task An_interrupted_script_says_that_what_it_had_committed_stays()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        await using var scripts = new ScratchScripts();
        cancel.CancelAfter(TimeSpan.FromSeconds(1));
        var error = Assert.IsType<StarliftException>(await scripts.EndAsync(
            """
            create table t as select 1 as n union all select 2 union all select 3 union all select 4 union all select 5 union all select 6 union all select 7 union all select 8;
            select sum(a.n * b.n + c.n * d.n + e.n * f.n + g.n * h.n + i.n * j.n + k.n * l.n) from t a, t b, t c, t d, t e, t f, t g, t h, t i, t j, t k, t l
            """,
            cancel.Token));
        Assert.Equal(ExitCode.Interrupted, error.ExitCode);
        Assert.Equal("a.sql:2:1: interrupted; this statement and an open transaction are undone, and what the script had committed stays", error.Message);
        Assert.Equal(["8"], await scripts.QueryAsync("select count(*) from t"));
    }
}
