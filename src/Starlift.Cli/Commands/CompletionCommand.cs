using System.CommandLine;
using Starlift.Cli.Shells;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift completion.</summary>
sealed class CompletionCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly Argument<string> _shell = new("shell") { Description = string.Join(", ", Names.SkipLast(1)) + $" or {Names[^1]}" };

    public CompletionCommand(Surroundings surroundings)
        : base("completion", "Prints a script with which a shell completes commands, options and the project's names")
    {
        _surroundings = surroundings;
        _shell.CompletionSources.Add([.. Names]);
        Arguments.Add(_shell);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.Usage];

    public override IReadOnlyList<string> Examples { get; } =
    [
        "source <(starlift completion bash)",
        "source <(starlift completion zsh)",
        "starlift completion fish | source",
        "starlift completion powershell | Out-String | Invoke-Expression",
    ];

    static IReadOnlyList<string> Names => [.. Shell.All.Select(shell => shell.Name)];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var typed = parsed.GetRequiredValue(_shell);
        var shell = Shell.All.FirstOrDefault(shell => shell.Name == typed) ?? throw new ConfigurationException(
            $"there is no completion for the shell '{typed}'", hint: NearMiss.Hint(typed, Names) ?? $"allowed: {string.Join(", ", Names)}");
        await _surroundings.Terminal.Verbatim.WriteAsync(shell.Script().AsMemory(), cancel);
        return ExitCode.Done;
    }
}
