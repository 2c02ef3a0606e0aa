namespace Starlift.CliTests;

public sealed class SelectionTests(GeneratedSparkify generated)
{
    [Fact]
    public async Task A_period_leaves_the_other_days_for_a_later_run()
    {
        using var folder = new SparkifyFolder();
        await folder.SucceedAsync("run", "--var", $"data={generated.First}", "--until", "2025-11-02");
        Assert.Equal(["2"], StarContent.Query(folder.Database, "SELECT count(*) FROM starlift.ledger WHERE load_name = 'staging_events'"));
        await folder.SucceedAsync("run", "--var", $"data={generated.First}");
        Assert.Equal(["3"], StarContent.Query(folder.Database, "SELECT count(*) FROM starlift.ledger WHERE load_name = 'staging_events'"));
        Assert.Equal(Counts(generated.Published), Counts(folder));
    }

    [Fact]
    public async Task A_selected_load_runs_alone()
    {
        using var folder = new SparkifyFolder();
        await folder.SucceedAsync("run", "--var", $"data={generated.First}", "--select", "staging_songs");
        Assert.Equal([$"{GeneratedSparkify.Songs}|0"], StarContent.Query(folder.Database, "SELECT (SELECT count(*) FROM songs), (SELECT count(*) FROM songplays)"));
    }

    [Fact]
    public async Task A_full_refresh_builds_the_same_star_anew()
    {
        using var folder = SparkifyFolder.Published(generated);
        var before = Counts(folder);
        var output = await folder.SucceedAsync("run", "--var", $"data={generated.First}", "--full-refresh");
        Assert.Contains("run 2: done", output);
        Assert.Equal(before, Counts(folder));
    }

    [Fact]
    public async Task Changed_objects_can_be_left_or_forbidden()
    {
        using var folder = new SparkifyFolder();
        var copy = Path.Combine(folder.Path, "data");
        await StarliftProcess.SucceedAsync("generate", copy, "--songs", "3", "--days", "1", "--events", "20", "--seed", "1");
        await folder.SucceedAsync("run");
        var log = Directory.EnumerateFiles(Path.Combine(copy, "log_data"), "*.json", SearchOption.AllDirectories).Single();
        await File.AppendAllTextAsync(log, "\n", TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await folder.RunAsync("run", "--changed", "fail");
        Assert.Equal(1, exitCode);
        Assert.Contains("was loaded in another version", error);
        Assert.Contains("nothing new", await folder.SucceedAsync("run", "--changed", "ignore"));
        File.Delete(Directory.EnumerateFiles(Path.Combine(copy, "song_data"), "*.json", SearchOption.AllDirectories).First());
        var refused = await folder.RunAsync("run");
        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("hint: put them back, run with --changed merge to keep it", refused.Error);
        Assert.Contains("what was loaded says nothing new", await folder.SucceedAsync("run", "--changed", "merge"));
    }

    [Theory]
    [InlineData("--select", "staging_event", "did you mean 'staging_events'?")]
    [InlineData("--since", "yesterday", "write it as 2018-11-30")]
    [InlineData("--changed", "rebiuld", "did you mean 'rebuild'?")]
    [InlineData("--changed", "reload", "allowed: rebuild, merge, ignore, fail")]
    [InlineData("--rebuild", "songplay", "did you mean 'songplays'?")]
    public async Task A_wrong_value_is_told_with_the_way_out(string option, string value, string hint)
    {
        using var folder = new SparkifyFolder();
        var (exitCode, _, error) = await folder.RunAsync("run", "--var", $"data={generated.First}", option, value);
        Assert.Equal(2, exitCode);
        Assert.Contains($"hint: {hint}", error);
    }

    [Fact]
    public async Task Everything_listed_and_read_is_accounted_for()
    {
        using var folder = SparkifyFolder.Published(generated);
        var output = await folder.SucceedAsync("reconcile", "--var", $"data={generated.First}", "-o", "csv");
        Assert.Contains($"\nstaging_events,3,3,0,0,0,0,{GeneratedSparkify.Events},{GeneratedSparkify.Events},0", output.ReplaceLineEndings("\n"));
        Assert.Contains($"\nstaging_songs,{GeneratedSparkify.Songs},{GeneratedSparkify.Songs},0,0,0,0,{GeneratedSparkify.Songs},{GeneratedSparkify.Songs},0", output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task What_is_unaccounted_for_fails_a_reconciliation()
    {
        using var folder = SparkifyFolder.Published(generated);
        var script = Path.Combine(folder.Path, "spoil.sql");
        await File.WriteAllTextAsync(
            script, "update starlift.ledger set records = records + 1 where load_name = 'staging_events'", TestContext.Current.CancellationToken);
        await folder.SucceedAsync("sql", script);
        var (exitCode, output, error) = await folder.RunAsync("reconcile", "--var", $"data={generated.First}");
        Assert.Equal(4, exitCode);
        Assert.Contains("staging_events", output);
        Assert.Equal(3, error.Split(" records were read, ").Length - 1);
        Assert.Contains("\nhint: load it again with starlift run --full-refresh\n", error);
    }

    static IReadOnlyList<string> Counts(SparkifyFolder folder) => StarContent.Query(folder.Database, """
        SELECT (SELECT count(*) FROM songplays), (SELECT count(song_id) FROM songplays), (SELECT count(*) FROM users),
            (SELECT count(*) FROM songs), (SELECT count(*) FROM artists), (SELECT count(*) FROM time)
        """);
}
