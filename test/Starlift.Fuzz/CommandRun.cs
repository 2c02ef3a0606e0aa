using System.Text.RegularExpressions;
using Starlift.Cli.Commands;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Fuzz;

/// <summary>Runs a command line in this process, as Program.cs does, and judges how it ended.</summary>
static partial class CommandRun
{
    /// <summary>Then it is interrupted, as by Ctrl-C: SQL may ask for more than any machine can do.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    static readonly HashSet<ExitCode> Codes = [.. Enum.GetValues<ExitCode>()];

    /// <returns>What is wrong with how it ended; null where nothing is.</returns>
    public static async Task<string?> TryAsync(FuzzInput input, IReadOnlyList<string> arguments, string standardInput = "", IReadOnlyDictionary<string, string>? environment = null)
    {
        // No process can be given a NUL.
        arguments = [.. arguments.Select(argument => argument.Replace("\0", "", StringComparison.Ordinal))];
        input.Write("command.txt", string.Join("\n", arguments));
        input.Write("stdin.txt", standardInput);
        input.Write("environment.txt", string.Join("\n", (environment ?? new Dictionary<string, string>()).Select(pair => $"{pair.Key}={pair.Value}")));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal(new StringReader(standardInput), output, error);
        var root = Path.Combine(input.Folder, "s3");
        Directory.CreateDirectory(root);
        using var interruption = new CancellationTokenSource(Patience);
        var code = await new App(new Starlift.Cli.Terminals.Surroundings(terminal, name => environment?.GetValueOrDefault(name) ?? (name == "STARLIFT_S3_ROOT" ? root : null), input.Folder))
            .RunAsync(arguments, interruption.Token);
        return Judge((int)code, error.ToString());
    }

    public static string? Judge(int code, string error) =>
        !Codes.Contains((ExitCode)code) ? $"exit code {code}\n{error}"
        : Bug().IsMatch(error) ? error
        : null;

    [GeneratedRegex(@"a bug of Starlift's own|Unhandled exception|^   at .+\(", RegexOptions.Multiline)]
    private static partial Regex Bug();
}
