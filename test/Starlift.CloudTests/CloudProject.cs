using System.Diagnostics;
using Starlift.CliTests;

namespace Starlift.CloudTests;

/// <summary>A project with a stack, the scripted AWS it is put up in, and the binary to do it. Whatever the binary tells is searched for secrets.</summary>
sealed class CloudProject : IDisposable
{
    public const string SecretKey = "wJalrXUtnFEMI-hidden-secret-key";
    public const string SessionToken = "FwoGZXIvYXdzEN-hidden-session-token";
    public const string Name = "starlift-sparkify";

    const string Yaml = """
        name: sparkify
        targets:
          redshift: { type: redshift, stack: sparkify }
        cloud: { region: us-west-2, data_buckets: [udacity-dend], ttl: 2h }

        """;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-cloud-");

    public CloudProject(string? cloud = null)
    {
        Endpoint = new AwsEndpoint(Aws);
        Write(cloud is null ? Yaml : Yaml.Replace("cloud: { region: us-west-2, data_buckets: [udacity-dend], ttl: 2h }", $"cloud: {cloud}", StringComparison.Ordinal));
    }

    public ScriptedAws Aws { get; } = new();

    public AwsEndpoint Endpoint { get; }

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The stack that is there; a test that asks for one that is not has failed.</summary>
    public ScriptedStack Stack => Aws.Live(Name)!;

    public void Write(string yaml) => File.WriteAllText(Path.Combine(_folder.FullName, "starlift.yaml"), yaml);

    public void Cloud(string cloud) => Write(Yaml.Replace("cloud: { region: us-west-2, data_buckets: [udacity-dend], ttl: 2h }", $"cloud: {cloud}", StringComparison.Ordinal));

    public async Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        using var running = Start(arguments);
        return await EndAsync(running);
    }

    public static async Task<(int ExitCode, string Out, string Error)> EndAsync(RunningStarlift running)
    {
        var ended = await running.EndAsync();
        foreach (var secret in new[] { SecretKey, SessionToken, ScriptedAws.AdminPassword })
        {
            Assert.DoesNotContain(secret, ended.Out);
            Assert.DoesNotContain(secret, ended.Error);
        }

        return ended;
    }

    /// <summary>It has to succeed.</summary>
    /// <returns>What was told on stderr.</returns>
    public async Task<string> SucceedAsync(params IReadOnlyList<string> arguments)
    {
        var (exitCode, _, error) = await RunAsync(arguments);
        Assert.True(exitCode == 0, $"starlift {string.Join(' ', arguments)} ended with {exitCode}:\n{error}");
        return error;
    }

    public RunningStarlift Start(params IReadOnlyList<string> arguments)
    {
        // A shell that starts the tests in the background has them ignore SIGINT, and children inherit that.
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT", Binary(), .. arguments, "-p", _folder.FullName])
            : new ProcessStartInfo(Binary(), [.. arguments, "-p", _folder.FullName]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = _folder.FullName;
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Settings().Concat(Environment))
        {
            start.Environment[name] = value;
        }

        return new RunningStarlift(start);
    }

    public void Dispose()
    {
        Endpoint.Dispose();
        _folder.Delete(recursive: true);
    }

    Dictionary<string, string> Settings() => new()
    {
        ["AWS_ENDPOINT_URL"] = Endpoint.Address,
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
        ["AWS_SESSION_TOKEN"] = SessionToken,
        ["AWS_CONFIG_FILE"] = "/nonexistent",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
        ["STARLIFT_POLL_MS"] = "10",
        ["STARLIFT_ADDRESS_URL"] = $"{Endpoint.Address}address",
    };

    static bool IsOurs(string name) => name.StartsWith("STARLIFT_", StringComparison.Ordinal) || name.StartsWith("AWS_", StringComparison.Ordinal);

    // artifacts/bin/Starlift.CloudTests/<configuration>/ → artifacts/bin/Starlift.Cli/<configuration>/
    static string Binary()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Starlift.Cli", own.Name, OperatingSystem.IsWindows() ? "starlift.exe" : "starlift");
    }
}
