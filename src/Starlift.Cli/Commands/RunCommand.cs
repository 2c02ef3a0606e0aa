using System.CommandLine;
using Starlift.Cli.Rendering;
using Starlift.Cli.Settings;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift run.</summary>
sealed class RunCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3RootSymbol _s3Root = new();
    readonly RunSymbols _run = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Option<bool> _keepStaging = new("--keep-staging") { Description = "Keeps the staging tables, to be queried after the run" };

    public RunCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("run", "Loads what is new and changed, builds the star schema, checks it and publishes it")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_s3Root.Option);
        Options.Add(_output.Option);
        Options.Add(_keepStaging);
        _run.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
    [
        ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.ChecksFailed, ExitCode.Rejects, ExitCode.Access, ExitCode.Locked,
        ExitCode.Interrupted,
    ];

    public override IReadOnlyList<string> Examples { get; } =
    [
        "starlift run -p pipelines/sparkify --var data=./bucket",
        "starlift run --select staging_events --since 2018-11-01 --until 2018-11-30",
        "starlift run -p pipelines/sparkify --var data=s3://udacity-dend --s3-root ./buckets -o json",
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var what = _run.Resolve(parsed, _surroundings);
        await using var session = await ProjectSession.OpenAsync(
            options, _s3Root.Resolve(parsed, _surroundings), parsed.GetValue(_keepStaging), cancel);
        var report = await RunProgress.WatchAsync(_surroundings.Terminal, observer => session.RunnerFor(observer).RunAsync(what, cancel));
        RunSummary.Write(_surroundings.Terminal, report, output);
        return ExitCode.Done;
    }
}
