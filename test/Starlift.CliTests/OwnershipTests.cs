namespace Starlift.CliTests;

/// <summary>What a person is told of tables that are not the project's own, and of what would be lost.</summary>
public sealed class OwnershipTests(GeneratedSparkify generated)
{
    [Fact]
    public async Task A_table_of_somebody_else_survives_plan_run_full_refresh_and_reset()
    {
        using var folder = new SparkifyFolder();
        folder.Add("theirs.sql", "create table users (name varchar(20)); insert into users values ('theirs');");
        await folder.SucceedAsync("sql", Path.Combine(folder.Path, "theirs.sql"));
        foreach (var command in new string[][] { ["plan"], ["run"], ["run", "--full-refresh"] })
        {
            var (exitCode, _, error) = await folder.RunAsync([.. command, "--var", $"data={generated.First}"]);
            Assert.Equal(2, exitCode);
            Assert.Contains("table users is on the target already, and Starlift did not make it\n", error);
            Assert.Contains("starlift run --adopt users takes it", error);
        }

        Assert.Equal(2, (await folder.RunAsync("reset", "-y")).ExitCode);
        Assert.Equal(["theirs"], StarContent.Query(folder.Database, "SELECT name FROM users"));
    }

    [Fact]
    public async Task A_full_refresh_that_would_lose_rows_needs_to_be_told()
    {
        using var folder = new SparkifyFolder();
        await StarliftProcess.SucceedAsync("generate", folder.Data, "--songs", "3", "--days", "4", "--events", "400", "--seed", "1");
        await folder.SucceedAsync("run");
        var plays = StarContent.Query(folder.Database, "SELECT count(*) FROM songplays");
        var logs = Directory.EnumerateFiles(Path.Combine(folder.Data, "log_data"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        File.Delete(logs[0]);
        var plan = await folder.SucceedAsync("plan", "--full-refresh");
        Assert.Matches($@"(?m)^ *staging_events +0 +0 +{logs.Count - 1} \(.+\) +0 +1 *$", plan);
        Assert.Contains("--full-refresh drops what 1 object brought that is no longer there: ", plan);
        foreach (var yes in new string[][] { [], ["-y"] })
        {
            var (exitCode, _, error) = await folder.RunAsync(["run", "--full-refresh", .. yes]);
            Assert.Equal(2, exitCode);
            Assert.Contains("--full-refresh would drop what one object brought that is no longer there: ", error);
            Assert.Contains("hint: put them back, leave --full-refresh out, or add --drop-vanished to lose what they brought\n", error);
        }

        Assert.Equal(plays, StarContent.Query(folder.Database, "SELECT count(*) FROM songplays"));
        await folder.SucceedAsync("run", "--full-refresh", "--drop-vanished");
        Assert.NotEqual(plays, StarContent.Query(folder.Database, "SELECT count(*) FROM songplays"));
        Assert.Equal([$"{logs.Count - 1}"], StarContent.Query(folder.Database, "SELECT count(*) FROM starlift.ledger WHERE load_name = 'staging_events'"));
    }

    [Fact]
    public async Task A_table_dropped_by_hand_is_filled_again_and_the_run_says_so()
    {
        using var folder = SparkifyFolder.Published(generated);
        var users = StarContent.Query(folder.Database, "SELECT * FROM users ORDER BY ALL");
        folder.Add("drop.sql", "drop table users");
        await folder.SucceedAsync("sql", Path.Combine(folder.Path, "drop.sql"));
        var (exitCode, _, error) = await folder.RunAsync("run", "--var", $"data={generated.First}");
        Assert.True(exitCode == 0, error);
        Assert.Contains("plan    staging_events: 0 new, 0 changed, 3 again, 0 unchanged, 0 vanished\n", error);
        Assert.Contains("plan    table users lacks 3 objects that staging_events has loaded before, to be loaded again\n", error);
        Assert.Equal(users, StarContent.Query(folder.Database, "SELECT * FROM users ORDER BY ALL"));
        Assert.Contains("nothing new", await folder.SucceedAsync("run", "--var", $"data={generated.First}"));
    }

    [Fact]
    public async Task A_changed_length_is_told_with_the_statement_that_mends_it_and_the_statement_does()
    {
        using var folder = SparkifyFolder.Published(generated);
        folder.Change("tables/users.sql", "first_name   varchar(256)", "first_name   varchar(512)");
        var (exitCode, _, error) = await folder.RunAsync("run", "--changed", "merge", "--var", $"data={generated.Second}");
        Assert.Equal(2, exitCode);
        Assert.Contains("starlift: column first_name of table users is varchar(256) on the target and varchar(512) here\n", error);
        Assert.Contains("tables/users.sql:4:5\n", error);
        const string Mend = "alter table users alter column first_name type varchar(512)";
        Assert.Contains($"hint: run starlift migrate, or alter it there: {Mend}; or make it anew with starlift reset\n", error);
        folder.Add("mend.sql", Mend);
        await folder.SucceedAsync("sql", Path.Combine(folder.Path, "mend.sql"));
        await folder.SucceedAsync("run", "--changed", "merge", "--var", $"data={generated.Second}");
    }

    [Theory]
    [InlineData("--adopt", "user", "the project fills no table 'user'")]
    public async Task An_option_that_makes_no_sense_is_told(string option, string? value, string what)
    {
        using var folder = new SparkifyFolder();
        var (exitCode, _, error) = await folder.RunAsync(["run", "--var", $"data={generated.First}", option, .. value is null ? (string[])[] : [value]]);
        Assert.Equal(2, exitCode);
        Assert.Contains(what, error);
    }
}
