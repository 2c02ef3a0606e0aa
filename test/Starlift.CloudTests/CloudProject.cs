using System.Diagnostics;
using System.Text.Json.Nodes;
using Starlift.CliTests;

namespace Starlift.CloudTests;

/// <summary>A project with a stack, the scripted AWS it is put up in, and the binary to do it. Whatever the binary tells is searched for secrets.</summary>
sealed class CloudProject : IDisposable
{
    public const string SecretKey = "wJalrXUtnFEMI-hidden-secret-key";
    public const string SessionToken = "FwoGZXIvYXdzEN-hidden-session-token";
    public const string Name = "starlift-sparkify";

    const string Section = "cloud: { region: us-west-2, data_buckets: [udacity-dend], ttl: 2h }";

    const string Yaml = $$"""
        name: sparkify
        targets:
          redshift: { type: redshift, stack: sparkify }
        {{Section}}

        """;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-cloud-");

    readonly bool _isInProcess;
    readonly Dictionary<string, PrintedPolicy> _policies = [];
    int _checked;

    /// <param name="cloud">The section of the project; null for one of a serverless warehouse in us-west-2.</param>
    /// <param name="aws">Null for an account in us-west-2.</param>
    /// <param name="inProcess">Commands run in the test's process.</param>
    public CloudProject(string? cloud = null, ScriptedAws? aws = null, bool inProcess = false)
    {
        Aws = aws ?? new ScriptedAws();
        _isInProcess = inProcess;
        Endpoint = inProcess ? InProcess.Endpoint(Aws) : new AwsEndpoint(Aws);
        Aws.S3.Make("udacity-dend", Aws.Region);
        Write(cloud is null ? Yaml : Yaml.Replace(Section, $"cloud: {cloud}", StringComparison.Ordinal));
    }

    public ScriptedAws Aws { get; }

    public AwsEndpoint Endpoint { get; }

    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>The stack that is there; a test that asks for one that is not has failed.</summary>
    public ScriptedStack Stack => Aws.Live(Name)!;

    public void Write(string yaml) => WriteFile("starlift.yaml", yaml);

    public void WriteFile(string file, string text)
    {
        var path = Path.Combine(_folder.FullName, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        _policies.Clear();
    }

    public void Cloud(string cloud) => Write(Yaml.Replace(Section, $"cloud: {cloud}", StringComparison.Ordinal));

    string? VariableOf(string name) => Environment.GetValueOrDefault(name) ?? Settings(Endpoint).GetValueOrDefault(name);

    public async Task<(int ExitCode, string Out, string Error)> RunAsync(params IReadOnlyList<string> arguments)
    {
        (int ExitCode, string Out, string Error) ended;
        if (_isInProcess)
        {
            ended = SearchForSecrets(await InProcess.RunAsync(_folder.FullName, VariableOf, arguments));
        }
        else
        {
            using var running = Start(arguments);
            ended = await EndAsync(running);
        }

        await CheckRightsAsync(arguments);
        return ended;
    }

    /// <summary>Every call since the last check is allowed by the policies that are printed for the command.</summary>
    async Task CheckRightsAsync(IReadOnlyList<string> arguments)
    {
        var command = arguments[0];
        if (Endpoint.Captured.Count == _checked)
        {
            return;
        }

        var purposes = command switch
        {
            "session" or "doctor" => new[] { "up", "run" },
            "up" or "status" or "extend" or "pause" or "resume" or "down" => ["up"],
            _ => ["run"],
        };
        IReadOnlyList<string> target = [.. arguments.SkipWhile(argument => argument != "-t").Take(2)];
        var rights = new NeededRights(Aws, Name, Aws.DataApi?.Places ?? new Dictionary<string, JsonObject>());
        foreach (var call in Endpoint.Captured.Skip(_checked))
        {
            foreach (var right in rights.Of(call))
            {
                var isAllowed = false;
                foreach (var purpose in purposes)
                {
                    isAllowed |= (await PolicyAsync(purpose, target)).Allows(right);
                }

                Assert.True(isAllowed, $"starlift {command} calls {call}, and the policy for {string.Join(" and ", purposes)} does not allow {right}");
            }
        }

        _checked = Endpoint.Captured.Count;
    }

    /// <summary>As starlift iam print --for writes it.</summary>
    /// <param name="purpose">run, copy-role or up.</param>
    /// <param name="target">The option that names the target, and its name; none for the default one.</param>
    public async Task<PrintedPolicy> PolicyAsync(string purpose, params IReadOnlyList<string> target)
    {
        var key = string.Join(' ', target.Prepend(purpose));
        if (!_policies.TryGetValue(key, out var policy))
        {
            var (exitCode, output, error) = await InProcess.RunAsync(_folder.FullName, VariableOf, ["iam", "print", "--for", purpose, .. target]);
            Assert.True(exitCode == 0, error);
            _policies[key] = policy = new PrintedPolicy(output);
        }

        return policy;
    }

    public static async Task<(int ExitCode, string Out, string Error)> EndAsync(RunningStarlift running) => SearchForSecrets(await running.EndAsync());

    static (int ExitCode, string Out, string Error) SearchForSecrets((int ExitCode, string Out, string Error) ended)
    {
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
            ? new ProcessStartInfo("env", ["--default-signal=INT", StarliftBinary.FullPath, .. arguments, "-p", _folder.FullName])
            : new ProcessStartInfo(StarliftBinary.FullPath, [.. arguments, "-p", _folder.FullName]);
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = _folder.FullName;
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in Settings(Endpoint).Concat(Environment))
        {
            start.Environment[name] = value;
        }

        return new RunningStarlift(start);
    }

    public void Dispose()
    {
        if (!_isInProcess)
        {
            Endpoint.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    /// <summary>The variables of the commands.</summary>
    public static Dictionary<string, string> Settings(AwsEndpoint endpoint) => new()
    {
        ["AWS_ENDPOINT_URL"] = endpoint.Address,
        ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
        ["AWS_SESSION_TOKEN"] = SessionToken,
        ["AWS_CONFIG_FILE"] = "/nonexistent",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/nonexistent",
        ["STARLIFT_POLL_MS"] = "10",
        ["STARLIFT_ADDRESS_URL"] = $"{endpoint.Address}address",
    };

    static bool IsOurs(string name) => name.StartsWith("STARLIFT_", StringComparison.Ordinal) || name.StartsWith("AWS_", StringComparison.Ordinal);
}
