using System.CommandLine;
using Starlift.Checks;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Runs;

namespace Starlift.Cli.Commands;

/// <summary>starlift check.</summary>
sealed class CheckCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);

    public CheckCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("check", "Holds what is published against the project's checks and constraints, without changing anything")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.ChecksFailed, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift check -p pipelines/sparkify", "starlift check -t redshift -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        await using var session = await ProjectSession.OpenToReadAsync(options, S3Settings.Default, cancel);
        var checks = await new PublishedChecks(session.Project, session.Warehouse).RunAsync(cancel);
        CheckList.Write(_surroundings.Terminal, checks, output);
        ChecksFailedException.ThrowIfAny(checks);
        return ExitCode.Done;
    }
}
