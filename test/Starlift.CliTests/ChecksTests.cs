using System.Text.Json;

namespace Starlift.CliTests;

/// <summary>Breaks each rule that Sparkify states, and each kind of constraint, on a star that has been published.</summary>
public sealed class ChecksTests(GeneratedSparkify generated)
{
    const string Last = "SELECT outcome, error FROM starlift.runs ORDER BY run_id DESC LIMIT 1";

    public static TheoryData<string, string, string> BrokenByRecords => new()
    {
        { "plays_follow_registration", Play(1, registration: 1_541_105_002_000), "user_id = 999999, session_id = 3, item_in_session = 1" },
        { "levels_are_known", Play(1, level: "gold"), "user_id = 999999, level = 'gold'" },
        { "plays_are_named", string.Concat(Enumerable.Range(1, 9).Select(item => Play(item, song: "null"))), "song_title = NULL, artist_name = 'Ann'" },
        { "durations_are_positive", Song(duration: "-1.5"), "song_id = 'SO1', title = 'Known', duration = -1.5" },
        { "coordinates_are_on_earth", Song(latitude: "91", longitude: "0"), "latitude = 91, longitude = 0" },
        { "coordinates_are_on_earth", Song(latitude: "9"), "latitude = 9, longitude = NULL" },
    };

    public static TheoryData<string, string, string, string, string> BrokenByModel => new()
    {
        { "plays_are_all_kept", "songplays", "    from staging_events\n    where page", "    from staging_events\n    where iteminsession > 1 and page", "staged = 2, kept = 1" },
        { "plays_have_song_and_artist", "songplays", "    m.artist_id,\n    p.session", "    cast(null as varchar(64)) as artist_id,\n    p.session", "song_id = 'SO1', artist_id = NULL" },
        {
            "plays_have_the_songs_artist", "songplays", "    m.artist_id,\n    p.session",
            "    case when m.song_id is not null then (select min(artist_id) from artists) end as artist_id,\n    p.session", "artist_of_song = 'ZZ1'"
        },
        { "times_are_of_plays", "time", "    where page = 'NextSong'\n", "", "times = 3, plays = 2" },
        { "times_are_taken_apart", "time", "extract(hour from ts)  ", "extract(hour from ts) + 1", "hour = 21" },
        { "users_are_seen_last", "users", "e.ts        as", "e.ts - interval '1 day' as", "user_id = 999999, last_play = 2018-11-01 20:43:22" },
        { "time key (start_time)", "time", "select distinct ts\n", "select ts from staging_events union all select ts\n", "rows_with_this_key = 2" },
        { "users not null", "users", "gender, level, last_seen_at\nfrom ranked", "gender, nullif(level, 'free') as level, last_seen_at\nfrom ranked", "user_id = 999999, level = NULL" },
        { "songplays (user_id) references users", "users", "where choice = 1\n", "where choice = 0\n", "user_id = 999999" },
    };

    [Theory]
    [MemberData(nameof(BrokenByRecords))]
    public async Task A_rule_that_records_break_keeps_them_out(string check, string records, string example)
    {
        using var folder = Published(records);
        await FailsAsync(folder, check, example);
    }

    [Theory]
    [MemberData(nameof(BrokenByModel))]
    public async Task A_rule_that_a_model_breaks_keeps_its_rows_out(string check, string model, string old, string by, string example)
    {
        using var folder = Published(Play(1) + Play(2) + Song() + Home(3));
        folder.Change($"models/{model}.sql", old, by);
        await FailsAsync(folder, check, example);
    }

    [Theory]
    [InlineData("years_are_of_recordings", "song_id = 'SO1', title = 'Known', artist_name = 'Ann', year = 1700")]
    [InlineData("plays_are_matched", "song_title = 'Unknown', artist_name = 'Ann', duration = 200.5")]
    public async Task A_warning_is_shown_and_recorded_and_the_run_goes_on(string check, string example)
    {
        using var folder = new SparkifyFolder();
        AddRecords(folder, Song(year: 1700) + Play(1, song: "\"Unknown\""));
        var output = await folder.SucceedAsync("run");
        Assert.Contains($"\nwarned {check}: 1 violation. ", output);
        Assert.Contains($"\n    {example}", output);
        Assert.Equal(
            [$"{check}|warn|warned|1"],
            StarContent.Query(folder.Database, $"SELECT name, severity, outcome, violations FROM starlift.checks WHERE name = '{check}'"));
    }

    [Fact]
    public async Task All_rules_hold_on_generated_data_and_what_is_published_can_be_checked_again()
    {
        using var folder = SparkifyFolder.Published(generated);
        Assert.Equal(
            ["passed"], StarContent.Query(folder.Database, "SELECT DISTINCT outcome FROM starlift.checks"));
        var checks = JsonDocument.Parse(await folder.SucceedAsync("check", "-o", "json")).RootElement.EnumerateArray().ToList();
        Assert.Equal(
            ["plays_are_all_kept", "plays_follow_registration"],
            checks.Where(check => check.GetProperty("outcome").GetString() == "skipped").Select(check => check.GetProperty("name").GetString()!));
        Assert.All(checks, check => Assert.Contains(check.GetProperty("outcome").GetString(), new[] { "passed", "skipped" }));
        Assert.Equal(Directory.GetFiles(Path.Combine(SourceTree.Sparkify, "checks")).Length, checks.Count(check => check.GetProperty("kind").GetString() == "sql"));
    }

    [Fact]
    public async Task Checking_what_is_published_ends_with_3_where_a_rule_is_broken()
    {
        using var folder = SparkifyFolder.Published(generated);
        folder.Add("checks/mine.sql", "-- description: There are no users.\n\nselect user_id from users where user_id is not null");
        var (exitCode, output, error) = await folder.RunAsync("check");
        Assert.Equal(3, exitCode);
        Assert.Matches(@"(?m)^  mine +error +failed +\d+ +0 ", output);
        Assert.Matches(@"^starlift: check mine: \d+ rows break the rule: There are no users\.\n(    user_id = \d+\n){5}  at .*/checks/mine\.sql:3:1\nhint: ", error);
    }

    static async Task FailsAsync(SparkifyFolder folder, string check, string example)
    {
        var before = StarContent.Rows(folder.Database);
        var (exitCode, output, error) = await folder.RunAsync("run");
        Assert.True(exitCode == 3, error);
        Assert.Equal("", output);
        Assert.Contains(example, error);
        Assert.Equal(before, StarContent.Rows(folder.Database));
        var last = Assert.Single(StarContent.Query(folder.Database, Last));
        Assert.StartsWith("checks_failed|", last, StringComparison.Ordinal);
        Assert.Contains(example, last);
        Assert.Contains(check, StarContent.Query(folder.Database, "SELECT name FROM starlift.checks WHERE run_id = 2 AND outcome = 'failed'"));
    }

    SparkifyFolder Published(string records)
    {
        var folder = SparkifyFolder.Published(generated);
        AddRecords(folder, records);
        return folder;
    }

    void AddRecords(SparkifyFolder folder, string records)
    {
        var lines = records.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToLookup(line => line.Contains("\"page\"", StringComparison.Ordinal));
        folder.Add("data/log_json_path.json", File.ReadAllText(Path.Combine(generated.First, "log_json_path.json")));
        folder.Add("data/log_data/1.json", string.Join('\n', lines[true].DefaultIfEmpty(Play(1).Trim())));
        folder.Add("data/song_data/1.json", string.Join('\n', lines[false].DefaultIfEmpty(Song().Trim())));
    }

    static string Play(int item, string song = "\"Known\"", string level = "free", long registration = 1_540_919_166_796) =>
        Event(item, "NextSong", $"\"artist\":\"Ann\",\"song\":{song},\"length\":200.5,", level, registration);

    static string Home(int item) => Event(item, "Home", "", "free", 1_540_919_166_796);

    static string Event(int item, string page, string more, string level, long registration) =>
        $$"""
        {"auth":"Logged In","firstName":"Eve","gender":"F","itemInSession":{{item}},"lastName":"Day",{{more}}"level":"{{level}}","location":"Oslo","method":"PUT","page":"{{page}}","registration":{{registration}}.0,"sessionId":3,"status":200,"ts":{{1_541_105_000_000 + (item * 1_000)}},"userAgent":"x","userId":"999999"}

        """;

    static string Song(string duration = "200.5", string latitude = "null", string longitude = "null", int year = 0) =>
        $$"""
        {"artist_id":"ZZ1","artist_latitude":{{latitude}},"artist_location":"","artist_longitude":{{longitude}},"artist_name":"Ann","duration":{{duration}},"num_songs":1,"song_id":"SO1","title":"Known","year":{{year}}}

        """;
}
