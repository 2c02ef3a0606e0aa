using System.Text.Json;

namespace Starlift.ReportTests;

/// <summary>Songs, artists and places that are HTML, within otherwise ordinary data.</summary>
static class HostileData
{
    public const string Title = "</script><img src=x onerror=alert('title')>";
    public const string Artist = "<svg onload=alert(1)> & \"{name|x}\" \u2028";
    public const string Place = "<b onmouseover=alert('place')>Nowhere</b>";

    const int Plays = 900;

    /// <summary>Adds them where the project looks for its data, often enough to top every list.</summary>
    public static void AddTo(SparkifyFolder folder)
    {
        folder.Add("data/song_data/X/X/X/TRXXX.json", JsonSerializer.Serialize(new
        {
            num_songs = 1,
            artist_id = "ARHOSTILE",
            artist_latitude = 10.5,
            artist_longitude = -175.5,
            artist_location = Place,
            artist_name = Artist,
            song_id = "SOHOSTILE",
            title = Title,
            duration = 200.5,
            year = 0,
        }));
        folder.Add("data/log_data/2025/11/2025-11-30-hostile-events.json", string.Join('\n', Enumerable.Range(0, Plays).Select(Play)));
        folder.Add("data/log_data/2025/11/2025-11-30-bad-events.json", Play(0).Replace("\"itemInSession\":0", "\"itemInSession\":\"<i>none</i>\"", StringComparison.Ordinal));
    }

    static string Play(int number) => JsonSerializer.Serialize(new
    {
        artist = Artist,
        auth = "Logged In",
        firstName = "A",
        gender = "F",
        itemInSession = number,
        lastName = "B",
        length = 200.5,
        level = "paid",
        location = "Here",
        method = "PUT",
        page = "NextSong",
        registration = 1757430543098.0,
        sessionId = 999999,
        song = Title,
        status = 200,
        ts = 1764460811633 + (number * 1000L),
        userAgent = "\"Mozilla/5.0 Firefox/31.0\"",
        userId = "999999",
    });
}
