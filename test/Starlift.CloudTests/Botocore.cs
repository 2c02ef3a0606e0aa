using System.Diagnostics;
using System.Text.Json.Nodes;
using Starlift.CliTests;

namespace Starlift.CloudTests;

/// <summary>AWS's own models of its services, as Python's botocore has them.</summary>
static class Botocore
{
    /// <summary>Sentences on calls that AWS would not take; the test is skipped where there is no botocore.</summary>
    public static async Task<string> CheckAsync(IEnumerable<JsonObject> calls)
    {
        var script = Path.Combine(SourceTree.Root, "test", "Starlift.CloudTests", "check-calls.py");
        var python = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "python3")).FirstOrDefault(File.Exists);
        Assert.SkipWhen(python is null, "python3 is not on PATH");
        var start = new ProcessStartInfo(python!, [script]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            // AWS's own addresses are asked for.
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = calls.Select(call => call.ToJsonString()).Distinct().ToList();
        try
        {
            foreach (var line in lines)
            {
                await process.StandardInput.WriteLineAsync(line);
            }

            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading: what it told says why.
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen((await error).Contains("No module named", StringComparison.Ordinal), "python3 has no botocore");
        Assert.True(process.ExitCode == 0, await error);
        Assert.Contains($"{lines.Count} checked", await error, StringComparison.Ordinal);
        return await output;
    }
}
