using System.CommandLine;
using Starlift.Cli.Cloud;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Planning;

namespace Starlift.Cli.Commands;

/// <summary>A command that runs a project for objects that were loaded before, and leaves what is new to the next run.</summary>
abstract class ObjectsCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly WaitSymbol _wait = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Option<bool> _dryRun = new("--dry-run") { Description = "Shows the plan and changes nothing" };

    private protected ObjectsCommand(Surroundings surroundings, GlobalSymbols symbols, string name, string description)
        : base(name, description)
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _s3.All.ToList().ForEach(Options.Add);
        Options.Add(_output.Option);
        Options.Add(_dryRun);
        Options.Add(_wait.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
    [
        ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.ChecksFailed, ExitCode.Rejects, ExitCode.Access, ExitCode.Locked,
        ExitCode.Interrupted,
    ];

    /// <summary>What to run.</summary>
    private protected abstract RunOptions Read(ParseResult parsed);

    /// <summary>What is asked first; null for nothing.</summary>
    private protected abstract string? Question(RunPlan plan);

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var what = Read(parsed);
        var s3 = _s3.Resolve(parsed, _surroundings);
        var wait = new LockWait(_wait.Resolve(parsed, _surroundings), _surroundings.Terminal.Error, TimeProvider.System);
        var project = options.ReadProject();
        var isDry = parsed.GetValue(_dryRun);
        if (!isDry)
        {
            DataApiTarget.RefuseTransactions(project.Target(options.Target), Name);
        }

        await StackGuard.WarnAsync(_surroundings.Terminal, project, project.Target(options.Target), s3, cancel);
        if (isDry)
        {
            await using var reading = await ProjectSession.OpenToReadAsync(project, options.Target, s3, cancel);
            PlanSummary.Write(_surroundings.Terminal, await reading.RunnerFor(new SilentRunProgress()).PlanAsync(what, cancel), output);
            return ExitCode.Done;
        }

        var report = await wait.RunAsync(
            async _ =>
            {
                await using var session = await ProjectSession.OpenAsync(options.ReadProject(), options.Target, s3, keepStaging: false, cancel);
                var plan = await session.RunnerFor(new SilentRunProgress()).PlanAsync(what, cancel);
                return Question(plan) is { } question && !await _surroundings.Terminal.ConfirmAsync(question, options.Yes, cancel)
                    ? null
                    : await RunProgress.WatchAsync(_surroundings.Terminal, observer => session.RunnerFor(observer).RunAsync(what, cancel));
            },
            cancel);
        if (report is null)
        {
            await _surroundings.Terminal.Error.WriteLineAsync("starlift: nothing was run");
            return ExitCode.Done;
        }

        _surroundings.Terminal.Achieved = RunSummary.Achieved(report);
        RunSummary.Write(_surroundings.Terminal, report, output);
        return ExitCode.Done;
    }
}
