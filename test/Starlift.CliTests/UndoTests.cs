using System.Text.Json.Nodes;

namespace Starlift.CliTests;

public sealed class UndoTests(GeneratedSparkify generated)
{
    [Fact]
    public async Task What_a_run_brought_is_taken_out_after_a_yes_and_comes_back_with_the_next_run()
    {
        using var folder = SparkifyFolder.Published(generated);
        string[] data = ["--var", $"data={generated.First}"];
        var before = Star(folder);
        var output = await folder.SucceedAsync(["undo", "1", "--dry-run", .. data]);
        Assert.Contains("takes out what ", output);
        Assert.Contains("built anew from all their objects: artists, songplays, songs, time, users", output);
        var (exitCode, _, error) = await folder.RunAsync(["undo", "1", .. data]);
        Assert.Equal(2, exitCode);
        Assert.Contains("; what of them is there is new to the next run: that needs a yes, and there is no terminal to ask on", error);
        Assert.Equal(before, Star(folder));

        await folder.SucceedAsync(["undo", "1", "-y", .. data]);
        Assert.Equal(["0|0"], StarContent.Query(folder.Database, "SELECT (SELECT count(*) FROM songplays), (SELECT count(*) FROM starlift.ledger)"));
        Assert.Matches(@"(?m)^  undo +run 1 ", await folder.SucceedAsync("runs", "show"));
        await folder.SucceedAsync(["run", .. data]);
        Assert.Equal(before, Star(folder));
    }

    [Fact]
    public async Task Objects_are_named_as_the_ledger_names_them()
    {
        using var folder = SparkifyFolder.Published(generated);
        string[] data = ["--var", $"data={generated.First}"];
        var names = StarContent.Query(folder.Database, "SELECT uri FROM starlift.ledger WHERE load_name = 'staging_events' ORDER BY uri");
        var plan = JsonNode.Parse(await folder.SucceedAsync(["undo", names[0], "--dry-run", "-o", "json", .. data]))!;
        Assert.Contains(plan["notes"]!.AsArray(), note => note!.ToString().StartsWith($"takes out what 1 object brought: {names[0]}; ", StringComparison.Ordinal));
        await folder.SucceedAsync(["undo", names[0], "-y", .. data]);
        Assert.Equal(["2"], StarContent.Query(folder.Database, "SELECT count(*) FROM starlift.ledger WHERE load_name = 'staging_events'"));
        var output = await folder.SucceedAsync(["reload", names[1][..^8], "--changed", "merge", .. data]);
        Assert.Contains("reads ", output);
        var (exitCode, _, error) = await folder.RunAsync(["reload", .. data]);
        Assert.Equal(2, exitCode);
        Assert.Contains("reload needs to know which objects", error);
        (exitCode, _, error) = await folder.RunAsync(["undo", "1", "2", .. data]);
        Assert.Equal(2, exitCode);
        Assert.Contains("undo takes the number of one run, or objects, and '1' is one of several", error);
        (exitCode, _, error) = await folder.RunAsync(["undo", names[0], "-y", .. data]);
        Assert.Equal(2, exitCode);
        Assert.Contains($"no load has loaded '{names[0]}'", error);
    }

    static string Star(SparkifyFolder folder) => string.Join(';', StarContent.Query(folder.Database, """
        SELECT (SELECT bit_xor(hash(user_id, level, last_seen_at)) FROM users), (SELECT bit_xor(hash(song_id, title, duration)) FROM songs),
            (SELECT bit_xor(hash(user_id, session_id, item_in_session, song_id)) FROM songplays), (SELECT count(*) FROM time)
        """));
}
