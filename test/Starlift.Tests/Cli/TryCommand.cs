using System.CommandLine;
using Starlift.Cli.Commands;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Tests.Cli;

/// <summary>A command that does what a test wants.</summary>
sealed class TryCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly Func<GlobalOptions, CancellationToken, Task<ExitCode>> _work;

    public TryCommand(Surroundings surroundings, GlobalSymbols symbols, Func<GlobalOptions, CancellationToken, Task<ExitCode>> work)
        : base("try", "Tries something.")
    {
        (_surroundings, _symbols, _work) = (surroundings, symbols, work);
        Options.Add(Output.Option);
    }

    public OutputSymbol Output { get; } = new(OutputFormat.Text, OutputFormat.Json);

    public override IReadOnlyList<ExitCode> ExitCodes => [ExitCode.Done, ExitCode.Usage, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples => ["starlift try -p music"];

    protected override Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        Output.Resolve(parsed, _surroundings);
        return _work(_symbols.Read(parsed).Resolve(_surroundings), cancel);
    }
}
