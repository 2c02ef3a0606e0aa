using System.Diagnostics;

namespace Starlift.Torture;

/// <summary>Programs of the machine.</summary>
static class Command
{
    /// <exception cref="InvalidOperationException">It ended with another code than 0; says what it wrote.</exception>
    public static async Task<string> RunAsync(params IReadOnlyList<string> command)
    {
        var (exitCode, output) = await TryAsync(command);
        return exitCode == 0 ? output : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {exitCode}: {output}");
    }

    /// <returns>What it wrote to both streams; the code is 127 where there is no such program.</returns>
    public static async Task<(int ExitCode, string Output)> TryAsync(params IReadOnlyList<string> command)
    {
        // Through a file: a server that inherits a pipe would keep it open.
        var written = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "out=$1; shift; exec \"$@\" > \"$out\" 2>&1 < /dev/null", "sh", written, .. command]))!;
            await process.WaitForExitAsync();
            return (process.ExitCode, await File.ReadAllTextAsync(written));
        }
        finally
        {
            File.Delete(written);
        }
    }
}
