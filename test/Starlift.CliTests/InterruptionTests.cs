namespace Starlift.CliTests;

public sealed class InterruptionTests(GeneratedSparkify generated)
{
    /// <summary>Told when both loads are done and the models begin, the first of which is <see cref="EndlessModel"/>.</summary>
    internal const string Building = "load    staging_songs";

    /// <summary>Keeps a run busy until somebody ends it.</summary>
    internal const string EndlessModel = """
        select a.artist_id, a.artist_name as name, a.artist_location as location, a.artist_latitude as latitude, a.artist_longitude as longitude
        from staging_songs as a, staging_events as b, staging_events as c, staging_events as d, staging_events as e
        where a.year + b.status + c.status + d.status + e.status = -1
        """;

    [Fact]
    public async Task Ctrl_C_ends_a_run_with_130_and_leaves_the_warehouse_as_it_was()
    {
        using var folder = Endless();
        var before = StarContent.Rows(folder.Database);
        using var running = Start(folder);
        await running.HasToldAsync(Building);
        running.Interrupt();
        var (exitCode, output, error) = await running.EndAsync();
        Assert.Equal(130, exitCode);
        Assert.Equal("", output);
        Assert.EndsWith(
            "starlift: stopping and rolling back; Ctrl-C again ends at once\nstarlift: interrupted; nothing was published\n", error);
        Assert.Equal(before, StarContent.Rows(folder.Database));
        Assert.Equal(["1|done", "2|interrupted"], Outcomes(folder));
    }

    [Fact]
    public async Task A_killed_run_leaves_nothing_but_its_record_and_the_next_one_works()
    {
        using var folder = Endless();
        using (var running = Start(folder))
        {
            await running.HasToldAsync(Building);
            running.Kill();
            await running.EndAsync();
        }

        folder.Add("models/artists.sql", File.ReadAllText(Path.Combine(SourceTree.Sparkify, "models", "artists.sql")));
        await folder.SucceedAsync("run", "--changed", "merge", "--var", $"data={generated.Second}");
        Assert.Equal(["1|done", "2|killed", "3|done"], Outcomes(folder));
        Assert.Equal(
            ["4|246"], StarContent.Query(folder.Database, "SELECT count(DISTINCT load_id), count(*) FROM starlift.ledger"));
    }

    [Fact]
    public async Task A_second_run_at_the_same_time_is_told_who_holds_the_warehouse()
    {
        using var folder = Endless();
        using var running = Start(folder);
        await running.HasToldAsync(Building);
        var (exitCode, output, error) = await folder.RunAsync("run", "--changed", "merge", "--var", $"data={generated.Second}");
        Assert.Matches(
            $@"^starlift: {folder.Database} is in use by .*starlift \(PID {running.Id}\) since \d{{4}}-\d\d-\d\d \d\d:\d\d:\d\d UTC\nhint: wait until that process is done, or stop it\n$", error);
        Assert.Equal(6, exitCode);
        Assert.Equal("", output);
        running.Interrupt();
        Assert.Equal(130, (await running.EndAsync()).ExitCode);
    }

    [Fact]
    public async Task A_second_run_waits_as_long_as_it_is_told_to_and_says_for_whom()
    {
        using var folder = Endless();
        using var running = Start(folder);
        await running.HasToldAsync(Building);
        var (exitCode, _, error) = await folder.RunAsync("run", "--changed", "merge", "--var", $"data={generated.Second}", "--wait", "4s");
        Assert.Equal(6, exitCode);
        Assert.Matches($@"^starlift: waiting: {folder.Database} is in use by .*starlift \(PID {running.Id}\) since .* UTC\nstarlift: {folder.Database} is in use", error);

        using var waiting = StarliftProcess.Start(folder.Path, folder.Arguments("run", "--changed", "merge", "--var", $"data={generated.Second}", "--wait", "1h"));
        await waiting.HasToldAsync("starlift: waiting: ");
        folder.Add("models/artists.sql", File.ReadAllText(Path.Combine(SourceTree.Sparkify, "models", "artists.sql")));
        running.Kill();
        await running.EndAsync();
        Assert.Equal(0, (await waiting.EndAsync()).ExitCode);
        Assert.Equal(["1|done", "2|killed", "3|done"], Outcomes(folder));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("5")]
    [InlineData("m")]
    [InlineData("1.5h")]
    public async Task A_wait_that_is_no_duration_is_told(string wait)
    {
        using var folder = SparkifyFolder.Published(generated);
        var (exitCode, _, error) = await folder.RunAsync("run", "--wait", wait);
        Assert.Equal(2, exitCode);
        Assert.Contains($"'{wait}' is no duration for --wait\nhint: write a whole number with its unit", error);
    }

    static IReadOnlyList<string> Outcomes(SparkifyFolder folder) =>
        StarContent.Query(folder.Database, "SELECT run_id, outcome FROM starlift.runs ORDER BY run_id");

    SparkifyFolder Endless() => SparkifyFolder.Published(generated).Add("models/artists.sql", EndlessModel);

    RunningStarlift Start(SparkifyFolder folder) =>
        StarliftProcess.Start(folder.Path, folder.Arguments("run", "--changed", "merge", "--var", $"data={generated.Second}"));
}
