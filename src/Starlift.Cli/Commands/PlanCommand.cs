using System.CommandLine;
using Starlift.Cli.Rendering;
using Starlift.Cli.Settings;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift plan.</summary>
sealed class PlanCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3RootSymbol _s3Root = new();
    readonly RunSymbols _run = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);

    public PlanCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("plan", "Shows what a run would load and build, without changing anything")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_s3Root.Option);
        Options.Add(_output.Option);
        _run.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift plan -p pipelines/sparkify --var data=./bucket", "starlift plan -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var what = _run.Resolve(parsed, _surroundings);
        await using var session = await ProjectSession.OpenAsync(options, _s3Root.Resolve(parsed, _surroundings), keepStaging: false, cancel);
        var plan = await session.RunnerFor(new SilentRunProgress()).PlanAsync(what, cancel);
        PlanSummary.Write(_surroundings.Terminal, plan, output);
        return ExitCode.Done;
    }
}
