using System.Diagnostics;
using Starlift.CliTests;

namespace Starlift.S3Tests;

/// <summary>Runs the built binary on a copy of the Sparkify project, with AWS variables of the test's own.</summary>
sealed class StarliftProcess : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("starlift-").FullName;
    readonly Dictionary<string, string> _variables;

    public StarliftProcess(IReadOnlyDictionary<string, string> variables)
    {
        _variables = new Dictionary<string, string>(variables)
        {
            ["AWS_CONFIG_FILE"] = Path.Combine(_folder, "aws-config"),
            ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(_folder, "aws-credentials"),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        var source = Path.Combine(S3Server.RepositoryRoot, "pipelines/sparkify");
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/out/", StringComparison.Ordinal)))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>The text of ~/.aws/config.</summary>
    public void WriteConfig(string text) => File.WriteAllText(_variables["AWS_CONFIG_FILE"], text);

    /// <summary>Runs the command to its end; the project is given.</summary>
    public async Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Runs the command to its end, through a proxy in front of S3.</summary>
    public async Task<(int ExitCode, string Out, string Error)> RunAsync(FaultProxy proxy, params IReadOnlyList<string> arguments)
    {
        var direct = _variables["AWS_ENDPOINT_URL_S3"];
        _variables["AWS_ENDPOINT_URL_S3"] = proxy.Endpoint.ToString();
        try
        {
            return await RunAsync(arguments);
        }
        finally
        {
            _variables["AWS_ENDPOINT_URL_S3"] = direct;
        }
    }

    /// <summary>Kills the command (SIGKILL) after that time; it may have ended before.</summary>
    public async Task KillAsync(TimeSpan after, params IReadOnlyList<string> arguments)
    {
        using var process = Start(arguments);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.Delay(after, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Task.WhenAll(output, error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    Process Start(IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(StarliftBinary.FullPath, [.. arguments, "-p", _folder])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder,
        };
        foreach (var inherited in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(inherited);
        }

        foreach (var (name, value) in _variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }
}
