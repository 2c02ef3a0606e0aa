using System.Globalization;

namespace Starlift.Bench;

/// <summary>The input, made by starlift generate once and kept: all of it, and the events with bad records among them.</summary>
sealed class BenchData
{
    /// <summary>One record in so many is bad.</summary>
    public const int BadEvery = 10_000;

    readonly BenchFolders _folders;
    readonly BenchOptions _options;

    BenchData(BenchFolders folders, BenchOptions options)
    {
        _folders = folders;
        _options = options;
    }

    /// <summary>All events and songs.</summary>
    public string All => Path.Combine(_folders.Data, string.Create(CultureInfo.InvariantCulture, $"{_options.Events}-events"));

    /// <summary>The same events, some of them bad; no songs.</summary>
    public string Bad => All + "-bad";

    /// <summary>The file of one day, below <see cref="All"/>: of the last two weeks, the one that is most like the average day.</summary>
    public string Day
    {
        get
        {
            var files = EventFiles;
            var average = files.Average(file => new FileInfo(file).Length);
            return files.TakeLast(14).MinBy(file => Math.Abs(new FileInfo(file).Length - average))!;
        }
    }

    /// <summary>The files of the days that follow it.</summary>
    public IReadOnlyList<string> DaysAfter()
    {
        var day = Day;
        return [.. EventFiles.SkipWhile(file => file != day).Skip(1)];
    }

    IReadOnlyList<string> EventFiles => [.. Directory.EnumerateFiles(Path.Combine(All, "log_data"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static async Task<BenchData> MakeAsync(BenchFolders folders, BenchOptions options, CancellationToken cancel)
    {
        var data = new BenchData(folders, options);
        await OnceAsync(data.All, async part => await Command.RunAsync(
            folders.Starlift,
            [
                "generate", part, "--events", options.Events.ToString(CultureInfo.InvariantCulture),
                "--songs", options.Songs.ToString(CultureInfo.InvariantCulture), "--days", options.Days.ToString(CultureInfo.InvariantCulture),
            ],
            cancel));
        if (!options.IsLarge)
        {
            await OnceAsync(data.Bad, part => SpoilAsync(data.All, part, cancel));
        }

        return data;
    }

    /// <summary>Reads everything once, so that no contender pays for the disk.</summary>
    public void Warm()
    {
        var block = new byte[1 << 20];
        foreach (var file in Directory.EnumerateFiles(All, "*", SearchOption.AllDirectories))
        {
            using var stream = File.OpenRead(file);
            while (stream.Read(block) > 0)
            {
            }
        }
    }

    public long DayEvents() => File.ReadLines(Day).LongCount();

    // A folder that was not finished is made anew.
    static async Task OnceAsync(string folder, Func<string, Task> make)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        await Console.Error.WriteLineAsync($"bench: making {folder}");
        var part = folder + ".part";
        if (Directory.Exists(part))
        {
            Directory.Delete(part, recursive: true);
        }

        await make(part);
        Directory.Move(part, folder);
    }

    static async Task SpoilAsync(string from, string to, CancellationToken cancel)
    {
        var number = 0;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var path = Path.GetRelativePath(from, file);
            if (path.StartsWith("song_data", StringComparison.Ordinal))
            {
                continue;
            }

            var copy = Path.Combine(to, path);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (!path.StartsWith("log_data", StringComparison.Ordinal))
            {
                File.Copy(file, copy);
                continue;
            }

            await using var writer = new StreamWriter(copy) { NewLine = "\n" };
            await foreach (var line in File.ReadLinesAsync(file, cancel))
            {
                number++;
                await writer.WriteLineAsync(number % BadEvery == BadEvery / 2 ? Spoil(line, number / BadEvery) : line);
            }
        }
    }

    // By turns: a record that ends too soon, a text where a number belongs, and no value where one must be.
    static string Spoil(string line, int turn) => (turn % 3) switch
    {
        0 => line[..^20],
        1 => line.Replace("\"itemInSession\":", "\"itemInSession\":\"x\",\"was\":", StringComparison.Ordinal),
        _ => line.Replace("\"page\":", "\"page\":null,\"was\":", StringComparison.Ordinal),
    };
}
