using System.Diagnostics;

namespace Starlift.CliTests;

/// <summary>Runs the built binary as a user would, without a terminal and with nothing to read.</summary>
static class StarliftProcess
{
    /// <summary>Runs it to its end, in a folder that holds no project.</summary>
    public static Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments) =>
        RunInAsync(Path.GetTempPath(), arguments);

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> RunInAsync(string folder, params IReadOnlyList<string> arguments)
    {
        using var running = Start(folder, arguments);
        return await running.EndAsync();
    }

    /// <summary>Runs it to its end, which has to be a success.</summary>
    /// <returns>What it wrote to stdout.</returns>
    public static async Task<string> SucceedAsync(params IReadOnlyList<string> arguments)
    {
        var (exitCode, output, error) = await RunAsync(arguments);
        Assert.True(exitCode == 0, $"starlift {string.Join(' ', arguments)} ended with {exitCode}:\n{error}");
        return output;
    }

    /// <summary>Starts it so that it can be interrupted.</summary>
    public static RunningStarlift Start(string folder, IReadOnlyList<string> arguments) => new(InterruptsAreIgnored()
        ? StartInfo("env", folder, ["--default-signal=INT", StarliftBinary.FullPath, .. arguments])
        : StartInfo(StarliftBinary.FullPath, folder, arguments));

    /// <summary>Runs a command line in a shell that finds the binary as "starlift".</summary>
    public static async Task<(int ExitCode, string Out, string Error)> ShellAsync(string folder, string commandLine)
    {
        var start = StartInfo("/bin/sh", folder, ["-c", commandLine]);
        start.Environment["PATH"] = $"{Path.GetDirectoryName(StarliftBinary.FullPath)}:{Environment.GetEnvironmentVariable("PATH")}";
        using var running = new RunningStarlift(start);
        return await running.EndAsync();
    }

    // A shell that starts the tests in the background has them ignore SIGINT, and children inherit that.
    static bool InterruptsAreIgnored()
    {
        const ulong Interrupt = 1 << 1;
        const string Label = "SigIgn:";
        return File.Exists("/proc/self/status")
            && (Convert.ToUInt64(File.ReadLines("/proc/self/status").First(line => line.StartsWith(Label, StringComparison.Ordinal))[Label.Length..].Trim(), 16)
                & Interrupt) != 0;
    }

    static ProcessStartInfo StartInfo(string program, string folder, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("STARLIFT_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        return start;
    }
}
