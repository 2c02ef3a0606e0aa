using System.CommandLine;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.History;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift runs.</summary>
sealed class RunsCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly DuckDbSymbol _duckDb = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);
    readonly Option<int> _most = new("--most") { Description = "How many, the newest first", HelpName = "N", DefaultValueFactory = _ => 20 };

    public RunsCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("runs", "Lists the runs that the target remembers, failed ones too")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_most);
        Options.Add(_duckDb.Option);
        _output.All.ToList().ForEach(Options.Add);
        Subcommands.Add(new RunsShowCommand(surroundings, symbols));
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift runs -p pipelines/sparkify", "starlift runs --most 100 -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = _symbols.Read(parsed);
        var output = _output.Resolve(parsed, _surroundings);
        var most = parsed.GetValue(_most);
        if (most < 1)
        {
            throw new ConfigurationException($"--most {most}: that is no number of runs", hint: "give a number from 1 on");
        }

        var duckDb = _duckDb.Resolve(parsed, settings, _surroundings, mustExist: true);
        await using var session = await TargetSession.OpenAsync(duckDb, WarehouseAccess.Read, settings.Resolve(_surroundings), _surroundings, S3Settings.Default, cancel);
        RunList.Write(_surroundings.Terminal, await PastRuns.ListAsync(session.Warehouse, most, cancel), output);
        return ExitCode.Done;
    }
}
