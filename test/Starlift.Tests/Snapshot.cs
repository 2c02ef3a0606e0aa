using System.Runtime.CompilerServices;

namespace Starlift.Tests;

/// <summary>Compares generated text with what is kept under __snapshots__ beside the test.</summary>
static class Snapshot
{
    /// <summary>
    /// Fails where <paramref name="actual"/> differs from the file NAME.txt, and writes it to NAME.received.txt: a wanted change is
    /// accepted by renaming that file. A snapshot that does not exist is written, except where CI=true: there it fails.
    /// </summary>
    public static void Match(string name, string actual, [CallerFilePath] string test = "") =>
        Match(Path.Combine(Path.GetDirectoryName(test)!, "__snapshots__"), name, actual, Environment.GetEnvironmentVariable("CI") == "true");

    /// <inheritdoc cref="Match(string, string, string)"/>
    public static void Match(string folder, string name, string actual, bool isCi)
    {
        var kept = Path.Combine(folder, $"{name}.txt");
        var received = Path.Combine(folder, $"{name}.received.txt");
        Directory.CreateDirectory(folder);
        if (!File.Exists(kept) && !isCi)
        {
            File.WriteAllText(kept, actual);
            return;
        }

        var expected = File.Exists(kept) ? File.ReadAllText(kept) : $"(there is no snapshot {name}.txt)";
        if (expected == actual)
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, actual);
        Assert.Equal(expected, actual);
    }
}
