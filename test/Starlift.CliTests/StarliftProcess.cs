using System.Diagnostics;

namespace Starlift.CliTests;

/// <summary>Runs the built binary as a user would.</summary>
static class StarliftProcess
{
    static readonly string Binary = FindBinary();

    /// <summary>Runs it to its end, without a terminal and with nothing to read.</summary>
    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(Binary, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    // artifacts/bin/Starlift.CliTests/<configuration>/ → artifacts/bin/Starlift.Cli/<configuration>/
    static string FindBinary()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Starlift.Cli", own.Name, OperatingSystem.IsWindows() ? "starlift.exe" : "starlift");
    }
}
