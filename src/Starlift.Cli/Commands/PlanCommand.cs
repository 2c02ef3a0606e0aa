using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Runs;

namespace Starlift.Cli.Commands;

/// <summary>starlift plan.</summary>
sealed class PlanCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly RunSymbols _run = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);

    public PlanCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("plan", "Shows what a run would load and build, without changing anything")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _s3.All.ToList().ForEach(Options.Add);
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
        var s3 = _s3.Resolve(parsed, _surroundings);
        var project = options.ReadProject(OpenTarget.Prepare);
        await StackGuard.WarnAsync(_surroundings.Terminal, project, project.Target(options.Target), s3, cancel);
        var store = ProjectSession.StoreOf(project, options.Target, s3);
        await using var listing = RunListing.Begin(project, what, store, TimeProvider.System, cancel);
        await using var session = await ProjectSession.OpenToReadAsync(project, options.Target, store, s3, cancel);
        var plan = await session.RunnerFor(new SilentRunProgress()).PlanAsync(what, listing, cancel);
        PlanSummary.Write(_surroundings.Terminal, plan, output);
        return ExitCode.Done;
    }
}
