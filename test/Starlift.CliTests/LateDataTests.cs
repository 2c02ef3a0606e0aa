namespace Starlift.CliTests;

/// <summary>What arrives in a later run although it belongs to an earlier time.</summary>
public sealed class LateDataTests(GeneratedSparkify generated)
{
    const string Plays = "SELECT song_title, song_id, artist_id FROM songplays ORDER BY song_title";

    [Fact]
    public async Task A_song_that_arrives_later_gives_its_key_to_earlier_plays()
    {
        using var folder = Project()
            .Add("data/log_data/1.json", Play(1, 1_000, "Known", "Ann") + Play(2, 2_000, "Late", "Bob") + Play(3, 3_000, "Never", "Cid"))
            .Add("data/song_data/A/known.json", Song("SO1", "Known", "AR1", "Ann"));
        await folder.SucceedAsync("run");
        Assert.Equal(["Known|SO1|AR1", "Late|null|null", "Never|null|null"], StarContent.Query(folder.Database, Plays));
        var keys = StarContent.Query(folder.Database, "SELECT songplay_id, song_title FROM songplays ORDER BY 1");

        folder.Add("data/song_data/B/late.json", Song("SO2", "Late", "AR2", "Bob"));
        var output = await folder.SucceedAsync("run");
        Assert.Equal(["Known|SO1|AR1", "Late|SO2|AR2", "Never|null|null"], StarContent.Query(folder.Database, Plays));
        Assert.Matches(@"(?m)^  songplays +0 +1 +0 +3  $", output);
        Assert.Matches(@"(?m)^  staging_events +0 +0 B +0 +0  $", output);
        Assert.Equal(keys, StarContent.Query(folder.Database, "SELECT songplay_id, song_title FROM songplays ORDER BY 1"));
    }

    [Fact]
    public async Task An_older_log_that_arrives_later_does_not_change_a_newer_level()
    {
        using var folder = Project()
            .Add("data/log_data/2.json", Play(5, 2_000, "A", "Ann", "paid"))
            .Add("data/song_data/A/any.json", Song("SO1", "A", "AR1", "Ann"));
        await folder.SucceedAsync("run");
        folder.Add("data/log_data/1.json", Play(4, 1_000, "B", "Ann", "free"));
        await folder.SucceedAsync("run");
        Assert.Equal(["7|paid|1541105002000"], Levels(folder));
        Assert.Equal(["A|paid", "B|free"], StarContent.Query(folder.Database, "SELECT song_title, level FROM songplays ORDER BY 1"));

        folder.Add("data/log_data/3.json", Play(6, 3_000, "C", "Ann", "free"));
        await folder.SucceedAsync("run");
        Assert.Equal(["7|free|1541105003000"], Levels(folder));
    }

    static IReadOnlyList<string> Levels(SparkifyFolder folder) =>
        StarContent.Query(folder.Database, "SELECT user_id, level, epoch_ms(last_seen_at) FROM users ORDER BY 1");

    SparkifyFolder Project() =>
        new SparkifyFolder().Add("data/log_json_path.json", File.ReadAllText(Path.Combine(generated.First, "log_json_path.json")));

    static string Play(int item, long time, string song, string artist, string level = "free") =>
        $$"""
        {"artist":"{{artist}}","auth":"Logged In","firstName":"Eve","gender":"F","itemInSession":{{item}},"lastName":"Day","length":200.5,"level":"{{level}}","location":"Oslo","method":"PUT","page":"NextSong","registration":1540919166796.0,"sessionId":3,"song":"{{song}}","status":200,"ts":{{1_541_105_000_000 + time}},"userAgent":"x","userId":"7"}

        """;

    static string Song(string id, string title, string artistId, string artist) =>
        $$"""
        {"artist_id":"{{artistId}}","artist_latitude":null,"artist_location":"","artist_longitude":null,"artist_name":"{{artist}}","duration":200.5,"num_songs":1,"song_id":"{{id}}","title":"{{title}}","year":0}
        """;
}
