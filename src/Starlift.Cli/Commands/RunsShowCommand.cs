using System.CommandLine;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.History;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift runs show.</summary>
sealed class RunsShowCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly DuckDbSymbol _duckDb = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Argument<long?> _id = new("id") { Description = "The run's number [default: the last run's]", Arity = ArgumentArity.ZeroOrOne };

    public RunsShowCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("show", "Shows one run: who, when, its steps and how long each took, its checks, and why it failed")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Arguments.Add(_id);
        Options.Add(_duckDb.Option);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift runs show", "starlift runs show 12 -p pipelines/sparkify -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = _symbols.Read(parsed);
        var output = _output.Resolve(parsed, _surroundings);
        var id = parsed.GetValue(_id);
        var duckDb = _duckDb.Resolve(parsed, settings, _surroundings, mustExist: true);
        await using var session = await TargetSession.OpenAsync(duckDb, WarehouseAccess.Read, settings.Resolve(_surroundings), _surroundings, S3Settings.Default, cancel);
        var run = await session.Warehouse.ReadAsync(() => PastRuns.FindAsync(session.Warehouse, id, cancel), cancel)
            ?? throw new ConfigurationException(
                id is null ? "the target remembers no run" : $"the target remembers no run {id}",
                hint: id is null ? "run the project first: starlift run" : "starlift runs lists those there are");
        RunDetails.Write(_surroundings.Terminal, run, output);
        return ExitCode.Done;
    }
}
