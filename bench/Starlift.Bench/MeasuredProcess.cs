using System.Collections;
using System.Diagnostics;

namespace Starlift.Bench;

/// <summary>Runs a program to its end and measures it as a whole, start of the process included.</summary>
static class MeasuredProcess
{
    /// <param name="command">The program's full path and its arguments.</param>
    /// <param name="folder">Current folder of the program, where its output is written too.</param>
    /// <param name="environment">Variables besides those of this process.</param>
    /// <returns>What it used, and what it wrote to both of its streams.</returns>
    /// <exception cref="BenchException">It failed.</exception>
    public static (Usage Usage, string Output) Run(
        IReadOnlyList<string> command, string folder, IReadOnlyDictionary<string, string>? environment = null)
    {
        var output = Path.Combine(folder, "output.txt");
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string?)entry.Value ?? "");
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            variables[name] = value;
        }

        // The shell only turns the streams round and becomes the program: no process more.
        IReadOnlyList<string> arguments = ["-c", "cd \"$1\"; shift; exec \"$@\" > output.txt 2>&1 < /dev/null", "sh", folder, .. command];
        var started = Stopwatch.GetTimestamp();
        var (exitCode, usage) = Libc.Wait(Libc.Spawn("/bin/sh", arguments, variables));
        var wall = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var written = File.ReadAllText(output);
        if (exitCode != 0)
        {
            throw new BenchException($"{string.Join(' ', command)} ended with exit code {exitCode}:\n{written}");
        }

        var user = usage.UserSeconds + (usage.UserMicroseconds / 1e6);
        var system = usage.SystemSeconds + (usage.SystemMicroseconds / 1e6);
        // Linux counts in kilobytes, macOS in bytes.
        var peak = usage.MaxResident * (OperatingSystem.IsMacOS() ? 1 : 1_024) / 1e6;
        return (new Usage(wall, user, system, peak), written);
    }
}
