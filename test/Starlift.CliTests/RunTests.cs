namespace Starlift.CliTests;

public sealed class RunTests(GeneratedSparkify generated)
{
    const string Counts = """
        SELECT (SELECT count(*) FROM songplays), (SELECT count(song_id) FROM songplays), (SELECT count(*) FROM users),
            (SELECT count(*) FROM songs), (SELECT count(*) FROM artists), (SELECT count(*) FROM time)
        """;

    [Fact]
    public void A_run_fills_the_star_with_exactly_what_the_files_hold()
    {
        var expected = ExpectedCounts.Of(generated.First);
        Assert.Equal((GeneratedSparkify.Events, GeneratedSparkify.Songs), (expected.Events, expected.Songs));
        Assert.True(expected.Matched > 0);
        Assert.Equal(
            $"{expected.Plays}|{expected.Matched}|{expected.Users}|{expected.Songs}|{expected.Artists}|{expected.Times}",
            Assert.Single(StarContent.Query(generated.Published.Database, Counts)));
    }

    [Fact]
    public void The_summary_shows_staging_and_star()
    {
        var expected = ExpectedCounts.Of(generated.First);
        Assert.Matches(@"(?m)^  staging_events +3 +\d+\.\d kB +1,500 +0  $", generated.Summary);
        Assert.Matches(@"(?m)^  staging_songs +120 +\d+\.\d kB +120 +0  $", generated.Summary);
        Assert.Matches($@"(?m)^  songplays +{expected.Plays:N0} +0 +0 +{expected.Plays:N0}  $", generated.Summary);
        Assert.Matches($@"(?m)^  users +{expected.Users} +0 +0 +{expected.Users}  $", generated.Summary);
        Assert.Matches(@"\nloaded   1,620 records of 123 objects, .+B, in .+s: [\d,]+ records/s, .+B/s\nchecks   \d+ passed\nrun 1: done in .+\n$", generated.Summary);
        Assert.DoesNotContain("2 rows", generated.Summary);
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_says_so()
    {
        using var folder = SparkifyFolder.Published(generated);
        var before = StarContent.Rows(folder.Database);
        var output = await folder.SucceedAsync("run", "--var", $"data={generated.First}");
        Assert.Matches(@"^run 2: nothing new, nothing changed: 123 objects were loaded before, the star is as it was \(.+\)\n$", output);
        Assert.Equal(before, StarContent.Rows(folder.Database));
    }

    [Fact]
    public async Task Objects_that_were_only_touched_are_loaded_again_and_change_nothing()
    {
        using var folder = SparkifyFolder.Published(generated);
        var stars = StarContent.Rows(folder.Database).Where(row => !row.StartsWith("starlift.", StringComparison.Ordinal)).ToList();
        var copy = Path.Combine(folder.Path, "data");
        CopyFolder(generated.First, copy);
        Assert.Contains("nothing new, nothing changed", await folder.SucceedAsync("run"));
        Touch(copy);
        var output = await folder.SucceedAsync("run", "--changed", "merge");
        Assert.EndsWith("what was loaded says nothing new, the star is as it was\n", output);
        Assert.Equal(stars, StarContent.Rows(folder.Database).Where(row => !row.StartsWith("starlift.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_public_data_set_gives_the_published_counts()
    {
        var make = Path.GetFullPath(Path.Combine(SourceTree.Root, "..", "shared", "data", "make-bucket"));
        Assert.SkipUnless(File.Exists(make), "the public data set is not part of the repository");
        using var folder = new SparkifyFolder();
        var made = await StarliftProcess.ShellAsync(folder.Path, $"'{make}' '{folder.Data}'");
        Assert.True(made.ExitCode == 0, made.Error);
        var summary = await folder.SucceedAsync("run");
        Assert.Matches(@"(?m)^  staging_events +30 +3\.8 MB +8,056 +0  $", summary);
        Assert.Matches(@"(?m)^  staging_songs +14,896 +3\.7 MB +14,896 +0  $", summary);
        const string Published = """
            select (select count(*) from songplays) as songplays, (select count(song_id) from songplays) as matched,
                (select count(*) from users) as users, (select count(*) from songs) as songs,
                (select count(*) from artists) as artists, (select count(*) from time) as times
            """;
        Assert.Equal(
            "songplays,matched,users,songs,artists,times\n6820,333,97,14896,9553,6813\n",
            await folder.SucceedAsync("query", Published, "-o", "csv"));
        Assert.Contains("nothing new, nothing changed", await folder.SucceedAsync("run"));
    }

    static void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var path = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Copy(file, path);
        }
    }

    static void Touch(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToList()
        .ForEach(file => File.SetLastWriteTimeUtc(file, File.GetLastWriteTimeUtc(file).AddSeconds(1)));
}
