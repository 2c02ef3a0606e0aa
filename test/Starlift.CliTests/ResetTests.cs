namespace Starlift.CliTests;

public sealed class ResetTests(GeneratedSparkify generated)
{
    [Fact]
    public async Task After_a_reset_the_next_run_loads_everything_and_gives_the_same_star()
    {
        using var folder = SparkifyFolder.Published(generated);
        var before = Stars(folder);
        var output = await folder.SucceedAsync("reset", "-y");
        Assert.Matches(@"^dropped songplays: [\d,]+ rows\ndropped ", output);
        Assert.EndsWith("made artists, songs, time, users, songplays\nforgot 123 loaded objects; the next run loads everything\n", output);
        Assert.Empty(StarContent.Rows(folder.Database));
        Assert.Matches(@"(?m)^  staging_songs +120 ", await folder.SucceedAsync("run", "--var", $"data={generated.First}"));
        Assert.Equal(before, Stars(folder));
    }

    [Fact]
    public async Task The_history_of_runs_survives_a_reset()
    {
        using var folder = SparkifyFolder.Published(generated);
        await folder.SucceedAsync("reset", "-y");
        Assert.Equal(["1|done"], StarContent.Query(folder.Database, "SELECT run_id, outcome FROM starlift.runs"));
        Assert.Equal(["2"], StarContent.Query(folder.Database, "SELECT count(*) FROM starlift.loads"));
    }

    [Fact]
    public async Task Without_a_terminal_and_without_a_yes_nothing_is_reset()
    {
        using var folder = SparkifyFolder.Published(generated);
        var before = StarContent.Rows(folder.Database);
        var (exitCode, output, error) = await folder.RunAsync("reset");
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.EndsWith("and there is no terminal to ask on\nhint: add -y\n", error);
        Assert.Equal(before, StarContent.Rows(folder.Database));
    }

    [Fact]
    public async Task A_reset_makes_tables_as_the_project_now_declares_them()
    {
        using var folder = SparkifyFolder.Published(generated);
        folder.Change("tables/users.sql", "    gender       varchar(16),\n", "").Change("tables/users.sql", "comment on column users.gender is 'F or M as the user stated.';\n", "")
            .Change("models/users.sql", "gender, level, last_seen_at\nfrom ranked", "level, last_seen_at\nfrom ranked")
            .Change("models/users.sql", "u.gender", "cast(null as varchar(16))");
        var (exitCode, _, error) = await folder.RunAsync("run", "--changed", "merge", "--var", $"data={generated.Second}");
        Assert.Equal(2, exitCode);
        Assert.Contains("make it anew with starlift reset", error);
        await folder.SucceedAsync("reset", "-y");
        await folder.SucceedAsync("run", "--changed", "merge", "--var", $"data={generated.Second}");
        Assert.Equal(["5"], StarContent.Query(folder.Database, "SELECT count(*) FROM duckdb_columns() WHERE table_name = 'users'"));
    }

    // The surrogate key is made anew.
    static IReadOnlyList<string> Stars(SparkifyFolder folder) => [
        .. StarContent.Query(folder.Database, "SELECT * EXCLUDE songplay_id FROM songplays ORDER BY ALL"),
        .. StarContent.Rows(folder.Database).Where(row => !row.StartsWith("starlift.", StringComparison.Ordinal) && !row.StartsWith("main.songplays", StringComparison.Ordinal)),
    ];
}
