using System.CommandLine;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Planning;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift reconcile.</summary>
sealed class ReconcileCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);

    public ReconcileCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("reconcile", "Holds the objects listed against the ledger and the star, and the records read against rows and rejects")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _s3.All.ToList().ForEach(Options.Add);
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Rejects, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift reconcile -p pipelines/sparkify --var data=./bucket", "starlift reconcile -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        await using var session = await ProjectSession.OpenToReadAsync(options, _s3.Resolve(parsed, _surroundings), cancel);
        var reconciliation = await session.Warehouse.ReadAsync(
            async () =>
            {
                var plan = await session.RunnerFor(new SilentRunProgress()).PlanAsync(RunOptions.Default, cancel);
                return await Reconciliation.OfAsync(plan, session.Project, session.Warehouse, cancel);
            },
            cancel);
        ResultWriter.Write(
            _surroundings.Terminal,
            new ResultTable(
                ["load", "listed", "loaded", "waiting", "ignored", "merged", "vanished", "records", "rows", "rejects"],
                reconciliation.Loads.Select(load => (IReadOnlyList<object?>)
                    [load.Load, load.Listed, load.Loaded, load.Waiting, load.Ignored, load.Merged, load.Vanished, load.Records, load.Rows, load.Rejects])),
            output);
        foreach (var lost in reconciliation.Lost)
        {
            await _surroundings.Terminal.Error.WriteLineAsync($"starlift: {lost}");
        }

        IReadOnlyList<Problem> problems =
        [
            .. reconciliation.Loads.SelectMany(load => load.Unexplained).Concat(reconciliation.Unexplained).Select(what => new Problem(what, Hint: "load it again with starlift run --full-refresh")),
            .. reconciliation.Differences.Select(difference => new Problem($"the star is not as its objects: {difference.What}: {difference.Examples}", Hint: $"starlift run {difference.Mends}")),
        ];
        return problems.Count == 0 ? ExitCode.Done : throw new StarliftException(ExitCode.Rejects, problems);
    }
}
