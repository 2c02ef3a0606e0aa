using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Planning;
using Starlift.Runs;

namespace Starlift.Cli.Commands;

/// <summary>starlift run.</summary>
sealed class RunCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly RunSymbols _run = new();
    readonly WaitSymbol _wait = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Option<bool> _keepStaging = new("--keep-staging") { Description = "Keeps the staging tables, to be queried after the run" };

    public RunCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("run", "Loads what is new and changed, builds the star schema, checks it and publishes it")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _s3.All.ToList().ForEach(Options.Add);
        Options.Add(_output.Option);
        Options.Add(_keepStaging);
        Options.Add(_wait.Option);
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
        "starlift run -p pipelines/sparkify --var data=s3://udacity-dend --aws-profile sandbox",
        "starlift run -p pipelines/sparkify --var data=s3://udacity-dend --s3-root ./buckets -o json",
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var what = _run.Resolve(parsed, _surroundings);
        using var export = OtlpExport.Start(_surroundings.Environment);
        var s3 = _s3.Resolve(parsed, _surroundings);
        var project = options.ReadProject(OpenTarget.Prepare);
        DataApiTarget.RefuseTransactions(project.Target(options.Target), Name);
        await StackGuard.WarnAsync(_surroundings.Terminal, project, project.Target(options.Target), s3, cancel);
        var lineage = new LineageExport(_surroundings);
        var wait = new LockWait(_wait.Resolve(parsed, _surroundings), _surroundings.Terminal.Error, TimeProvider.System);
        var store = ProjectSession.StoreOf(project, options.Target, s3);
        await using var listing = RunListing.Begin(project, what, store, TimeProvider.System, cancel);
        var report = await wait.RunAsync(
            async isFirst =>
            {
                // Whoever has waited runs the project, and loads the objects, as they are by then.
                var current = isFirst ? project : options.ReadProject();
                await using var session = await ProjectSession.OpenAsync(current, options.Target, store, s3, parsed.GetValue(_keepStaging), cancel);
                await using var anew = isFirst ? null : RunListing.Begin(current, what, store, TimeProvider.System, cancel);
                var objects = anew ?? listing;
                return await AskAsync(what, session, objects, cancel) is { } wanted
                    ? await RunProgress.WatchAsync(
                        _surroundings.Terminal,
                        shown => lineage.WatchAsync(session, s3, shown, observer => session.RunnerFor(observer).RunAsync(wanted, objects, cancel), cancel))
                    : null;
            },
            cancel);
        if (report is null)
        {
            await _surroundings.Terminal.Error.WriteLineAsync("starlift: nothing was run");
            return ExitCode.Done;
        }

        _surroundings.Terminal.Achieved = RunSummary.Achieved(report);
        if (cancel.IsCancellationRequested && !report.NothingNew)
        {
            await _surroundings.Terminal.Error.WriteLineAsync($"starlift: run {report.RunId} was published before it could be stopped");
        }

        RunSummary.Write(_surroundings.Terminal, report, output);
        return ExitCode.Done;
    }

    /// <summary>Asks on a terminal before a full refresh drops what can't be loaded again. Elsewhere the run refuses.</summary>
    /// <returns>What to run; null where the answer is no.</returns>
    async Task<RunOptions?> AskAsync(RunOptions what, ProjectSession session, RunListing listing, CancellationToken cancel)
    {
        if (!what.FullRefresh || what.DropVanished || !_surroundings.Terminal.CanAsk)
        {
            return what;
        }

        var plan = await session.RunnerFor(new SilentRunProgress()).PlanAsync(what, listing, cancel);
        return plan.Lost.Count == 0 || await _surroundings.Terminal.ConfirmAsync(PlanNotes.Dropped(plan).Single(), yes: false, cancel)
            ? what with { DropVanished = true }
            : null;
    }
}
