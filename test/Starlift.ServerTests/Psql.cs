using System.Diagnostics;

namespace Starlift.ServerTests;

/// <summary>PostgreSQL's own client.</summary>
static class Psql
{
    /// <summary>Executes commands, and gives what it printed: rows without headings, columns parted by bars.</summary>
    /// <param name="server">Whom to ask.</param>
    /// <param name="commands">Each a -c of its own.</param>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(TestServer server, params string[] commands)
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("psql", ["-X", "-A", "-t", "-q", "-h", "127.0.0.1", "-p", $"{server.Port}", "-U", "awsuser", "-d", "dev", .. commands.SelectMany(command => new[] { "-c", command })])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGGSSENCMODE"] = "disable";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        await process.WaitForExitAsync(cancel);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Skips the test where psql is missing; fails it where CI=true.</summary>
    public static void Require()
    {
        var isThere = Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, "psql")));
        Assert.SkipUnless(isThere || Environment.GetEnvironmentVariable("CI") == "true", "there is no psql to test with");
        Assert.True(isThere);
    }
}
