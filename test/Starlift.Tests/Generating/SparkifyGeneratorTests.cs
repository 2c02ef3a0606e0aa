using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Starlift.Cli.Generating;
using Starlift.Errors;

namespace Starlift.Tests.Generating;

public sealed class SparkifyGeneratorTests : IDisposable
{
    static readonly GeneratorOptions Small = new() { Songs = 200, Days = 3, Events = 2_000, Seed = 7 };

    readonly string _folder = Directory.CreateTempSubdirectory("starlift-generating-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Equal_options_give_the_same_bytes_everywhere()
    {
        await Generate(Small);
        Assert.Equal("3b935ecb05d9e89d98e0091dfd38e49577b679d0e02cefadbd7f173b1daad2b8", Hash());
    }

    [Fact]
    public async Task Another_seed_gives_other_data()
    {
        await Generate(Small);
        var first = Hash();
        var other = Path.Combine(_folder, "other");
        await new SparkifyGenerator(Small with { Seed = 8 }).GenerateAsync(other, cancellationToken: TestContext.Current.CancellationToken);
        Assert.NotEqual(first, Hash(other));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 1, 5_000)]
    [InlineData(50, 40, 1_234)]
    [InlineData(100, 7, 60_001)]
    public async Task The_counts_are_exactly_those_asked_for(int songs, int days, int events)
    {
        await Generate(Small with { Songs = songs, Days = days, Events = events });
        Assert.Equal(songs, SongFiles().Length);
        Assert.Equal(events, LogFiles().Sum(file => File.ReadLines(file).Count()));
        Assert.InRange(LogFiles().Length, 1, days);
    }

    [Fact]
    public async Task A_day_s_events_are_in_the_day_s_file_in_order_of_time()
    {
        await Generate(Small);
        Assert.Equal(3, LogFiles().Length);
        foreach (var file in LogFiles())
        {
            var times = File.ReadLines(file).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("ts").GetInt64()).ToList();
            Assert.Equal(times.Order(), times);
            Assert.All(times, time => Assert.Equal(
                Path.GetRelativePath(Data, file).Replace('\\', '/'),
                FormattableString.Invariant(
                    $"log_data/{DateTimeOffset.FromUnixTimeMilliseconds(time):yyyy/MM/yyyy-MM-dd}-events.json")));
        }
    }

    [Fact]
    public async Task A_song_file_holds_one_object_with_the_keys_of_the_real_data_in_the_folder_of_its_track()
    {
        await Generate(Small);
        foreach (var file in SongFiles())
        {
            using var song = JsonDocument.Parse(File.ReadAllBytes(file));
            Assert.Equal(
                [
                    "artist_id", "artist_latitude", "artist_location", "artist_longitude", "artist_name", "duration", "num_songs", "song_id",
                    "title", "year",
                ],
                song.RootElement.EnumerateObject().Select(member => member.Name));
            Assert.Matches("^AR[A-Z]{7}[0-9A-F]{9}$", song.RootElement.GetProperty("artist_id").GetString());
            Assert.Matches("^SO[A-Z]{7}[0-9A-F]{9}$", song.RootElement.GetProperty("song_id").GetString());
            Assert.Matches("song_data/(.)/(.)/(.)/TR\\1\\2\\3[A-Z]{4}[0-9A-F]{9}[.]json$", file.Replace('\\', '/'));
        }
    }

    [Fact]
    public async Task An_event_has_the_keys_and_the_forms_of_the_real_logs()
    {
        await Generate(Small);
        foreach (var line in Lines())
        {
            Assert.True(Ascii.IsValid(line), line);
            using var record = JsonDocument.Parse(line);
            var root = record.RootElement;
            Assert.Equal(
                [
                    "artist", "auth", "firstName", "gender", "itemInSession", "lastName", "length", "level", "location", "method", "page",
                    "registration", "sessionId", "song", "status", "ts", "userAgent", "userId",
                ],
                root.EnumerateObject().Select(member => member.Name));
            var play = root.GetProperty("page").GetString() == "NextSong";
            var visitor = root.GetProperty("auth").GetString() == "Logged Out";
            Assert.All(["artist", "song", "length"], key => Assert.Equal(!play, root.GetProperty(key).ValueKind == JsonValueKind.Null));
            Assert.All(
                ["firstName", "gender", "lastName", "location", "registration", "userAgent"],
                key => Assert.Equal(visitor, root.GetProperty(key).ValueKind == JsonValueKind.Null));
            Assert.Matches(visitor ? "^$" : "^[1-9][0-9]*$", root.GetProperty("userId").GetString());
            Assert.Matches(visitor ? "^null$" : "^[0-9]{13}[.]0$", root.GetProperty("registration").GetRawText());
            Assert.False(play && visitor);
        }
    }

    [Fact]
    public async Task No_two_events_share_user_session_and_number()
    {
        await Generate(Small with { Events = 20_000 });
        var keys = Events().Select(row => (
            row.GetProperty("userId").GetString(), row.GetProperty("sessionId").GetInt64(), row.GetProperty("itemInSession").GetInt32()));
        Assert.Equal(20_000, keys.Distinct().Count());
    }

    [Fact]
    public async Task No_two_songs_share_an_id()
    {
        await Generate(Small with { Songs = 3_000 });
        Assert.Equal(3_000, Songs().Select(song => song.GetProperty("song_id").GetString()).Distinct().Count());
    }

    [Fact]
    public async Task Users_visitors_plays_and_levels_are_mixed_as_in_reality()
    {
        await Generate(new GeneratorOptions());
        var events = Events().ToList();
        Assert.InRange(Share(row => Text(row, "page") == "NextSong"), 0.80, 0.90);
        Assert.InRange(Share(row => Text(row, "userId") == ""), 0.01, 0.06);
        Assert.InRange(Share(row => Text(row, "level") == "paid"), 0.5, 0.9);
        var users = events.Where(row => Text(row, "userId") != "").GroupBy(row => Text(row, "userId")).ToList();
        Assert.InRange(users.Count, 80, 100);
        Assert.InRange(users.Count(user => user.Select(row => Text(row, "level")).Distinct().Count() == 2), 3, 30);
        Assert.All(users, user => Assert.Single(user.Select(row => row.GetProperty("registration").GetRawText()).Distinct()));

        double Share(Func<JsonElement, bool> condition) => events.Count(condition) / (double)events.Count;
    }

    [Fact]
    public async Task Some_plays_are_of_the_catalogue_and_most_are_not()
    {
        await Generate(new GeneratorOptions());
        var songs = Songs().Select(song => (Text(song, "title"), Text(song, "artist_name"))).ToHashSet();
        var plays = Events().Where(row => Text(row, "page") == "NextSong").ToList();
        var matched = plays.Count(row => songs.Contains((Text(row, "song"), Text(row, "artist"))));
        Assert.InRange(matched / (double)plays.Count, 0.04, 0.07);
    }

    [Fact]
    public async Task The_songs_have_what_makes_matching_hard()
    {
        await Generate(new GeneratorOptions());
        var songs = Songs().ToList();
        Assert.True(songs.GroupBy(song => (Text(song, "title"), Text(song, "artist_name"))).Count(group => group.Count() > 1) >= 10);
        Assert.True(ArtistsWithSeveral("artist_name") >= 10);
        Assert.True(ArtistsWithSeveral("artist_location") >= 10);
        Assert.Contains(songs, song => Text(song, "title").Any(character => character > 127));
        Assert.Contains(songs, song => song.GetProperty("year").GetInt32() == 0);
        Assert.Contains(songs, song => song.GetProperty("artist_latitude").ValueKind == JsonValueKind.Null);
        Assert.Contains(songs, song => song.GetProperty("artist_latitude").ValueKind == JsonValueKind.Number);

        int ArtistsWithSeveral(string key) => songs.GroupBy(song => Text(song, "artist_id"))
            .Count(artist => artist.Select(song => Text(song, key)).Distinct().Count() > 1);
    }

    [Fact]
    public async Task Progress_ends_at_the_whole()
    {
        var reports = new Reports();
        await new SparkifyGenerator(Small).GenerateAsync(Data, reports, TestContext.Current.CancellationToken);
        var bytes = SongFiles().Concat(LogFiles()).Sum(file => new FileInfo(file).Length);
        Assert.Equal(new GeneratorProgress(200, 2_000, bytes), reports.Last);
    }

    [Fact]
    public void Options_out_of_range_are_told_all_at_once()
    {
        var exception = Assert.Throws<ConfigurationException>(
            () => new SparkifyGenerator(new GeneratorOptions { Songs = 0, Days = -1, Events = 0 }));
        Assert.Equal(3, exception.Problems.Count);
    }

    string Data => Path.Combine(_folder, "data");

    static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;

    Task Generate(GeneratorOptions options) =>
        new SparkifyGenerator(options).GenerateAsync(Data, cancellationToken: TestContext.Current.CancellationToken);

    string[] SongFiles() => Directory.GetFiles(Path.Combine(Data, "song_data"), "*", SearchOption.AllDirectories);

    string[] LogFiles() => Directory.GetFiles(Path.Combine(Data, "log_data"), "*", SearchOption.AllDirectories);

    IEnumerable<string> Lines() => LogFiles().SelectMany(File.ReadLines);

    IEnumerable<JsonElement> Events() => Lines().Select(line => JsonElement.Parse(line));

    IEnumerable<JsonElement> Songs() => SongFiles().Select(file => JsonElement.Parse(File.ReadAllBytes(file)));

    string Hash(string? folder = null)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var root = folder ?? Data;
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file));
            hash.AppendData(File.ReadAllBytes(Path.Combine(root, file)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    sealed class Reports : IProgress<GeneratorProgress>
    {
        public GeneratorProgress Last { get; private set; }

        public void Report(GeneratorProgress value) => Last = value;
    }
}
