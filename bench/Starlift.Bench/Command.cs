using System.Diagnostics;

namespace Starlift.Bench;

/// <summary>Programs that are run but not measured.</summary>
static class Command
{
    /// <returns>What it wrote to its standard output, trimmed.</returns>
    /// <exception cref="BenchException">It failed.</exception>
    public static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return process.ExitCode == 0
                ? output.Trim()
                : throw new BenchException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: {output}{await error}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            throw new BenchException($"{program} can't be started: {e.Message}", e);
        }
    }

    /// <summary>The output, or null where the program is missing or fails.</summary>
    public static async Task<string?> TryRunAsync(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        try
        {
            return await RunAsync(program, arguments, cancel);
        }
        catch (BenchException)
        {
            return null;
        }
    }

    /// <summary>The full path of a program on the PATH; null where there is none.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
