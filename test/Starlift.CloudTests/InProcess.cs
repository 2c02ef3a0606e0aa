using Starlift.Cli.Commands;
using Starlift.Cli.Terminals;

namespace Starlift.CloudTests;

/// <summary>
/// Commands in the test's own process: a hundred of them take as long as ten processes. The SDK reads its variables once a process, so all
/// such tests share one endpoint, one after the other.
/// </summary>
static class InProcess
{
    static readonly Lazy<AwsEndpoint> Shared = new(() =>
    {
        var endpoint = new AwsEndpoint(new ScriptedAws());
        foreach (var (name, value) in CloudProject.Settings(endpoint))
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        return endpoint;
    });

    /// <summary>The endpoint, answering as a new account.</summary>
    public static AwsEndpoint Endpoint(ScriptedAws aws)
    {
        Shared.Value.Aws = aws;
        Shared.Value.Captured.Clear();
        return Shared.Value;
    }

    public static async Task<(int ExitCode, string Out, string Error)> RunAsync(string folder, Func<string, string?> environment, IReadOnlyList<string> arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(TextReader.Null, output, TextWriter.Synchronized(error));
        var code = await new App(new Surroundings(terminal, environment, folder)).RunAsync([.. arguments, "-p", folder], TestContext.Current.CancellationToken);
        return ((int)code, output.ToString(), error.ToString());
    }
}
