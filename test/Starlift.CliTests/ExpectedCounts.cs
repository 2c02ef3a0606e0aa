using System.Text.Json;

namespace Starlift.CliTests;

/// <summary>What the star must hold after one run on a folder of data, counted from the files without any SQL.</summary>
sealed record ExpectedCounts(int Events, int Songs, int Artists, int Users, int Times, int Plays, int Matched)
{
    public static ExpectedCounts Of(string data)
    {
        var songs = Records(data, "song_data").ToList();
        var events = Records(data, "log_data").ToList();
        var plays = events.Where(record => Text(record, "page") == "NextSong").ToList();
        var known = songs.Select(song => (Text(song, "title"), Text(song, "artist_name"))).ToHashSet();
        return new ExpectedCounts(
            events.Count,
            Distinct(songs, "song_id"),
            Distinct(songs, "artist_id"),
            events.Select(record => Text(record, "userId")).Where(user => user.Length > 0).Distinct().Count(),
            Distinct(plays, "ts"),
            plays.Count,
            plays.Count(play => known.Contains((Text(play, "song"), Text(play, "artist")))));
    }

    static IEnumerable<JsonElement> Records(string data, string part) => Directory
        .EnumerateFiles(Path.Combine(data, part), "*.json", SearchOption.AllDirectories)
        .SelectMany(File.ReadLines)
        .Select(line => JsonDocument.Parse(line).RootElement);

    static int Distinct(IEnumerable<JsonElement> records, string member) => records.Select(record => Text(record, member)).Distinct().Count();

    static string Text(JsonElement record, string member) => record.GetProperty(member).ToString();
}
