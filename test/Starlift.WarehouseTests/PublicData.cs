using System.Diagnostics;

namespace Starlift.WarehouseTests;

/// <summary>The public Sparkify data set, which is no part of the repository.</summary>
static class PublicData
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(SourceTree.Root, "..", "shared", "data"));

    /// <summary>Skips the test where it is not there.</summary>
    public static void SkipWhereMissing() => Assert.SkipUnless(File.Exists(Path.Combine(Folder, "make-bucket")), "the public data set is not part of the repository");

    /// <summary>One object a song, one a day of events, as they are in the bucket.</summary>
    public static async Task LayOutAsync(string folder)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Folder, "make-bucket"), [folder]) { RedirectStandardOutput = true })!;
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }

    /// <summary>Every song, a line each.</summary>
    public static IReadOnlyList<string> Songs => File.ReadAllLines(Path.Combine(Folder, "udacity-dend", "songs.jsonl"));

    /// <summary>One a day.</summary>
    public static IReadOnlyList<string> EventFiles =>
        [.. Directory.EnumerateFiles(Path.Combine(Folder, "udacity-dend", "log_data"), "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static string JsonPaths => Path.Combine(Folder, "udacity-dend", "log_json_path.json");
}
