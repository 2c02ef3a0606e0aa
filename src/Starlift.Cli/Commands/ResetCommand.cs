using System.CommandLine;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Tables;

namespace Starlift.Cli.Commands;

/// <summary>starlift reset.</summary>
sealed class ResetCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);

    public ResetCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("reset", "Drops the project's tables, makes them anew and forgets what was loaded, so that the next run loads everything")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift reset -p pipelines/sparkify", "starlift reset -y && starlift run"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var project = options.ReadProject();
        DataApiTarget.RefuseTransactions(project.Target(options.Target), Name);
        await using var session = await ProjectSession.OpenAsync(project, options.Target, S3Settings.Default, keepStaging: false, cancel);
        var reset = new Reset(session.Project, session.Warehouse, TimeProvider.System);
        if (!await _surroundings.Terminal.ConfirmAsync(await QuestionAsync(reset, session.Target.Name, cancel), options.Yes, cancel))
        {
            await _surroundings.Terminal.Error.WriteLineAsync("starlift: nothing was reset");
            return ExitCode.Done;
        }

        await using var held = await session.Warehouse.LockAsync(ProjectSession.User, cancel);
        var report = await reset.RunAsync(cancel);
        _surroundings.Terminal.Achieved = "the tables were reset";
        ResetSummary.Write(_surroundings.Terminal, report, output);
        return ExitCode.Done;
    }

    static async Task<string> QuestionAsync(Reset reset, string target, CancellationToken cancel)
    {
        var drops = await reset.DropsAsync(cancel);
        return drops.Count == 0
            ? $"reset makes the project's tables on target {target}, of which none is there"
            : $"reset drops {string.Join(", ", drops)} and all their rows on target {target}; what objects brought that are no longer there is lost";
    }
}
