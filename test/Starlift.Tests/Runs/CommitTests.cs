using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.Tests.Runs;

/// <summary>Whatever happens in and behind a run's commit, what is told of the run and what its target remembers is true.</summary>
public sealed class CommitTests
{
    const string Outcomes = "select run_id, outcome, rows_loaded, rejects from starlift.runs order by run_id";

    [Fact]
    public async Task A_run_that_is_to_stop_while_it_commits_is_published_and_says_so()
    {
        await using var runs = Things(out var commits);
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        commits().OnCommit = async (_, warehouse) =>
        {
            await cancel.CancelAsync();
            await warehouse.CommitAsync();
        };
        var report = await runs.RunAsync(cancel.Token);
        Assert.False(report.NothingNew);
        Assert.Equal(["1|done|2|1"], await runs.QueryAsync(Outcomes));
        Assert.Contains(report.Steps, step => step.Kind == Starlift.History.StepKind.Commit);
    }

    [Fact]
    public async Task A_run_is_published_with_its_whole_history_and_needs_nothing_behind_its_commit()
    {
        await using var runs = Things(out var commits);
        commits().OnCommit = async (_, warehouse) =>
        {
            await warehouse.CommitAsync();
            commits().IsGone = true;
        };
        await Assert.ThrowsAsync<StarliftException>(() => runs.RunAsync());
        commits().IsGone = false;
        Assert.Equal(["1|done|2|1"], await runs.QueryAsync(Outcomes));
        Assert.Equal(["1|completed|2|1"], await runs.QueryAsync("select load_id, status, rows_loaded, rejects from starlift.loads"));
        Assert.Equal(["1|id|x"], await runs.QueryAsync("select load_id, column_name, raw_value from starlift.rejects"));
        Assert.Equal(["list", "load", "model"], await runs.QueryAsync("select step from starlift.steps order by position"));
        Assert.Equal(["2"], await runs.QueryAsync("select count(*) from starlift.checks"));
        Assert.True((await runs.ReconcileAsync()).IsComplete);
        commits().OnCommit = (_, warehouse) => warehouse.CommitAsync();
        runs.Add("data/2.json", """{"id":3}{"id":"y"}""");
        await runs.RunAsync();
        Assert.Equal(["1|1", "2|1"], await runs.QueryAsync("select load_id, count(*) from starlift.rejects group by load_id order by load_id"));
        Assert.Equal(["list", "load", "model", "commit"], await runs.QueryAsync("select step from starlift.steps where run_id = 2 order by position"));
    }

    [Fact]
    public async Task A_run_whose_commit_the_warehouse_knows_nothing_of_is_looked_for_and_found()
    {
        await using var runs = Things(out var commits);
        commits().OnCommit = async (_, warehouse) =>
        {
            await warehouse.CommitAsync();
            throw WatchedCommits.Unknown();
        };
        Assert.False((await runs.RunAsync()).NothingNew);
        Assert.Equal(["1|done|2|1"], await runs.QueryAsync(Outcomes));
    }

    [Fact]
    public async Task A_run_whose_commit_did_not_happen_is_told_as_not_published_and_remembered_as_failed()
    {
        await using var runs = Things(out var commits);
        commits().OnCommit = async (number, warehouse) =>
        {
            if (number > 1)
            {
                await warehouse.CommitAsync();
                return;
            }

            await warehouse.RollbackAsync();
            throw WatchedCommits.Unknown();
        };
        var (exitCode, problems) = await runs.FailAsync();
        Assert.Equal((ExitCode.Access, "the line was cut, and nothing of it is committed"), (exitCode, Assert.Single(problems)));
        Assert.Equal(["1|failed|2|1"], await runs.QueryAsync(Outcomes));
        Assert.Equal(["1|aborted"], await runs.QueryAsync("select load_id, status from starlift.loads"));
        Assert.Equal(["1"], await runs.QueryAsync("select count(*) from starlift.rejects"));
        await runs.RunAsync();
        Assert.Equal(["1|failed|2|1", "2|done|2|1"], await runs.QueryAsync(Outcomes));
        Assert.True((await runs.ReconcileAsync()).IsComplete);
    }

    [Fact]
    public async Task A_run_that_nobody_can_look_for_is_told_as_unknown_and_nothing_is_written_of_it()
    {
        await using var runs = Things(out var commits);
        commits().OnCommit = async (_, warehouse) =>
        {
            await warehouse.CommitAsync();
            commits().IsGone = true;
            throw WatchedCommits.Unknown();
        };
        var error = await Assert.ThrowsAsync<UnknownCommitException>(() => runs.RunAsync());
        Assert.Equal("the line was cut, and whether it is committed is not known", error.Message);
        commits().IsGone = false;
        Assert.Equal(["1|done|2|1"], await runs.QueryAsync(Outcomes));
    }

    [Fact]
    public async Task A_run_whose_commit_is_refused_tells_why_and_has_ended()
    {
        await using var runs = Things(out var commits);
        commits().OnCommit = async (number, warehouse) =>
        {
            if (number == 1)
            {
                await warehouse.RollbackAsync();
                throw new StarliftException(ExitCode.RunFailed, new Problem("No space left on device"));
            }

            throw new StarliftException(ExitCode.RunFailed, new Problem("nor for the history"));
        };
        var (_, problems) = await runs.FailAsync();
        Assert.Equal(["No space left on device"], problems);
        commits().OnCommit = (_, warehouse) => warehouse.CommitAsync();
        await runs.RunAsync();
        Assert.Equal(["1|killed|0|0", "2|done|2|1"], await runs.QueryAsync(Outcomes));
    }

    [Theory]
    [InlineData("delete from starlift.rejects", "load 1 had 1 rejects, of which 0 are kept")]
    [InlineData("delete from starlift.loads where load_id = 2", "the ledger has 1 objects of load 2, of which the history says nothing", true)]
    [InlineData("update starlift.loads set status = 'aborted'", "the ledger has 1 objects of load 1, which was rolled back")]
    [InlineData("update starlift.loads set rejects = 2; insert into starlift.rejects select * from starlift.rejects", "load 1 had 2 rejects, and 1 by the ledger")]
    [InlineData("insert into starlift.loads select * from starlift.loads", "the history has 2 loads of the number 1")]
    public async Task What_ledger_history_and_rejects_say_differently_is_told(string change, string expected, bool hasMore = false)
    {
        await using var runs = Things(out _);
        await runs.RunAsync();
        if (hasMore)
        {
            runs.Add("data/2.json", """{"id":3}""");
            await runs.RunAsync();
        }

        Assert.True((await runs.ReconcileAsync()).IsComplete);
        await runs.ExecuteAsync(change);
        var reconciliation = await runs.ReconcileAsync();
        Assert.False(reconciliation.IsComplete);
        Assert.Contains(expected, reconciliation.Unexplained);
    }

    [Fact]
    public async Task A_number_that_only_the_ledger_of_an_earlier_version_knows_is_not_given_again()
    {
        await using var runs = Things(out _);
        await runs.RunAsync();
        await runs.ExecuteAsync("delete from starlift.loads");
        runs.Add("data/2.json", """{"id":3}""");
        await runs.RunAsync();
        Assert.Equal(["1", "2"], await runs.QueryAsync("select load_id from starlift.ledger order by load_id"));
    }

    static ScratchRuns Things(out Func<WatchedCommits> commits)
    {
        WatchedCommits? watched = null;
        var runs = ScratchRuns.With("id int", wrap: warehouse => watched = new WatchedCommits(warehouse))
            .Add("loads/arrivals.sql", "copy arrivals from './data/' iam_role default format as json 'auto' maxerror 5")
            .Star("things", "id int primary key", "select id from arrivals")
            .Add("data/1.json", """{"id":1}{"id":2}{"id":"x"}""");
        commits = () => watched ?? (WatchedCommits)runs.WarehouseAsync().GetAwaiter().GetResult();
        return runs;
    }
}
