using Starlift.Checks;
using Starlift.Errors;
using Starlift.Runs;

namespace Starlift.RedshiftTests;

/// <summary>The exact statements that a run sends, as they arrive over TLS. Whoever changes a snapshot reads it as Redshift would.</summary>
public sealed class RecordingTests
{
    const string Plays = "select user_id, level, song_title, song_id from songplays order by start_time";

    [Fact]
    public async Task A_first_run_and_an_incremental_one()
    {
        await using var session = await RecordedSession.StartAsync();
        await session.RunAsync();
        Snapshot.Match("first-run", session.Recorded());
        Assert.Equal(["8|free|One|SOA"], await session.QueryAsync(Plays));

        session.PutDay("2018-11-02", RecordedSession.Play(1541192506796, "8", "Two", "Ada", "paid", item: 1) + RecordedSession.Play(1541192516796, "9", "One", "Ada"));
        var report = await session.RunAsync();
        Snapshot.Match("incremental-run", session.Recorded());
        Assert.Equal(["8|free|One|SOA", "8|paid|Two|", "9|free|One|SOA"], await session.QueryAsync(Plays));
        Assert.Equal(2, report.Stars.Single(star => star.Table.Name == "songplays").Inserted);
        Assert.Equal(1, report.Stars.Single(star => star.Table.Name == "users").Updated);

        Assert.True((await session.RunAsync()).NothingNew);
        Snapshot.Match("run-with-nothing-new", session.Recorded());
        Assert.Empty(session.Redshift.Manifests());
        Assert.Empty(session.Redshift.Warnings);
    }

    [Fact]
    public async Task A_changed_object_has_its_star_built_anew_from_all_objects()
    {
        await using var session = await RecordedSession.StartAsync();
        await session.RunAsync();
        session.PutDay("2018-11-01", RecordedSession.Play(1541106106796, "8", "One", "Ada", "paid") + RecordedSession.Play(1541106116796, "8", "Two", "Ada", item: 1));
        await session.RunAsync();
        Snapshot.Match("changed-object", session.Recorded());
        Assert.Equal(["8|paid|One|SOA", "8|free|Two|"], await session.QueryAsync(Plays));
    }

    [Fact]
    public async Task A_failed_check_rolls_back_and_leaves_the_star_as_it_was()
    {
        await using var session = await RecordedSession.StartAsync();
        await session.RunAsync();
        session.PutDay("2018-11-02", RecordedSession.Play(1541192506796, "8", "Two", "Ada", item: 1));
        session.Change("models/users.sql", sql => sql.Replace("gender, level, last_seen_at\nfrom ranked", "gender, cast(null as varchar(32)) as level, last_seen_at\nfrom ranked", StringComparison.Ordinal));
        var error = await Assert.ThrowsAsync<ChecksFailedException>(session.RunAsync);
        Assert.Equal(ExitCode.ChecksFailed, error.ExitCode);
        Snapshot.Match("failed-check", session.Recorded());
        Assert.Equal(["8|free|One|SOA"], await session.QueryAsync(Plays));
        Assert.Empty(session.Redshift.Manifests());
    }

    [Fact]
    public async Task A_load_that_fails_on_its_data_keeps_its_rejects()
    {
        await using var session = await RecordedSession.StartAsync();
        session.PutDay("2018-11-02", RecordedSession.Play(1541192506796, "no number", "Two", "Ada"));
        var error = await Assert.ThrowsAsync<RejectsException>(session.RunAsync);
        Assert.Contains("s3://lake/log_data/2018/11/2018-11-02-events.json:1, column userid: Invalid digit", error.Message, StringComparison.Ordinal);
        Snapshot.Match("bad-record", session.Recorded());
        Assert.Equal(
            ["s3://lake/log_data/2018/11/2018-11-02-events.json|1|userid|1207"],
            await session.QueryAsync("select object, last_line, column_name, code from starlift.rejects"));
        Assert.Empty(session.Redshift.Manifests());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_the_connection_is_lost_in_the_commit_the_ledger_tells_what_happened(bool committed)
    {
        await using var session = await RecordedSession.StartAsync();
        await session.RunAsync();
        session.PutDay("2018-11-02", RecordedSession.Play(1541192506796, "8", "Two", "Ada", item: 1));
        var commits = 0;
        // The first takes the numbers of the loads.
        bool IsOfTheRun(string sql) => sql == "commit" && ++commits == 2;
        if (committed)
        {
            session.Redshift.Server.DropAfter = IsOfTheRun;
            Assert.Equal(1, (await session.RunAsync()).Stars.Single(star => star.Table.Name == "songplays").Inserted);
        }
        else
        {
            session.Redshift.Server.DropBefore = IsOfTheRun;
            var error = await Assert.ThrowsAsync<StarliftException>(session.RunAsync);
            Assert.Equal(ExitCode.Access, error.ExitCode);
            Assert.EndsWith("was lost while the transaction was being committed, and nothing of it is committed", error.Message, StringComparison.Ordinal);
        }

        Assert.Equal(committed ? ["8|free|One|SOA", "8|free|Two|"] : ["8|free|One|SOA"], await session.QueryAsync(Plays));
        Assert.Equal(["done", committed ? "done" : "failed"], await session.QueryAsync("select outcome from starlift.runs order by run_id"));
        Assert.Equal(!committed, !(await session.RunAsync()).NothingNew);
    }

    [Fact]
    public async Task A_crash_in_the_middle_leaves_the_star_and_the_next_run_completes_it()
    {
        await using var session = await RecordedSession.StartAsync();
        await session.RunAsync();
        session.PutDay("2018-11-02", RecordedSession.Play(1541192506796, "8", "Two", "Ada", item: 1));
        session.Redshift.Server.DropBefore = sql => sql.StartsWith("merge into \"users\"", StringComparison.Ordinal)
            || sql.StartsWith("insert into \"songplays\"", StringComparison.Ordinal);
        var error = await Assert.ThrowsAsync<StarliftException>(session.RunAsync);
        Assert.Equal(ExitCode.Access, error.ExitCode);
        Assert.Contains("the connection to Redshift was lost", error.Message, StringComparison.Ordinal);
        Snapshot.Match("crash", session.Recorded());
        Assert.Equal(["8|free|One|SOA"], await session.QueryAsync(Plays));
        Assert.Equal(["done", "failed"], await session.QueryAsync("select outcome from starlift.runs order by run_id"));
        Assert.Empty(session.Redshift.Manifests());

        await session.RunAsync();
        Assert.Equal(["8|free|One|SOA", "8|free|Two|"], await session.QueryAsync(Plays));
    }
}
