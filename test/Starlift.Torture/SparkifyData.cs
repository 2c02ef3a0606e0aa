namespace Starlift.Torture;

/// <summary>
/// Three folders that stand for S3, with the bucket "torture" each: what the first run finds, that and more, and that with objects changed.
/// An object that is the same in two of them is the same file. Each has records that are rejected.
/// </summary>
static class SparkifyData
{
    public const string Bucket = "torture";
    public const string Old = "old";
    public const string New = "new";
    public const string Changed = "changed";

    const int Songs = 80;
    const int Days = 6;
    const int Events = 900;
    const string BadEvent = """{"itemInSession":"many","level":"free","page":"NextSong","sessionId":1,"ts":1541106106796,"userId":"8"}""";
    const string BadSong = """{"num_songs":1,"artist_id":"AR0000000000000000","artist_name":"Nobody","song_id":"SO0000000000000000","title":"Nothing","duration":"long","year":0}""";

    public static async Task MakeAsync(string folder, string binary)
    {
        var made = Path.Combine(folder, "made");
        await Command.RunAsync(binary, "generate", made, "--songs", $"{Songs}", "--days", $"{Days}", "--events", $"{Events}", "--seed", "16");
        var logs = Listed(made, "log_data");
        var songs = Listed(made, "song_data");
        logs.ForEach(log => File.AppendAllText(log, $"{BadEvent}\n{BadEvent}\n"));
        songs.Where((_, index) => index % 7 == 0).ToList().ForEach(song => File.AppendAllText(song, $"\n{BadSong}\n"));

        List<string> late = [.. logs.Skip(Days / 2), .. songs.Where((_, index) => index % 2 == 1)];
        Folders.Link(made, Root(folder, New));
        Folders.Link(made, Root(folder, Old));
        late.ForEach(file => File.Delete(file.Replace(made, Root(folder, Old), StringComparison.Ordinal)));
        Folders.Link(Root(folder, Old), Root(folder, Changed));
        Correct(logs[1].Replace(made, Root(folder, Changed), StringComparison.Ordinal), "\"userAgent\":\"", "\"userAgent\":\"Corrected ", BadEvent);
        Correct(songs[2].Replace(made, Root(folder, Changed), StringComparison.Ordinal), "\"title\":\"", "\"title\":\"Corrected ", BadSong);
    }

    static string Root(string folder, string name) => Path.Combine(folder, name, Bucket);

    static List<string> Listed(string made, string part) => [.. Folders.Files(Path.Combine(made, part)).Select(file => Path.Combine(made, part, file))];

    static void Correct(string file, string old, string by, string more)
    {
        var text = File.ReadAllText(file).Replace("\": \"", "\":\"", StringComparison.Ordinal);
        if (!text.Contains(old, StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"{file} has no {old}");
        }

        // A file of its own: the other folders keep what they have.
        File.Delete(file);
        File.WriteAllText(file, $"{text.Replace(old, by, StringComparison.Ordinal).TrimEnd('\n')}\n{more}\n");
    }
}
