using System.CommandLine;
using Starlift.Cli.Rendering;
using Starlift.Cli.Settings;
using Starlift.Errors;
using Starlift.Runs;

namespace Starlift.Cli.Commands;

/// <summary>starlift ledger: all loads, or the objects of one.</summary>
sealed class LedgerCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);
    readonly Argument<string?> _load = new("load") { Description = "Shows each object of this load", Arity = ArgumentArity.ZeroOrOne };

    public LedgerCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("ledger", "Shows which objects have been loaded, in which version")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Arguments.Add(_load);
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift ledger -p pipelines/sparkify", "starlift ledger staging_events -o csv"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        await using var session = await ProjectSession.OpenToReadAsync(options, S3Settings.Default, cancel);
        var load = parsed.GetValue(_load);
        var names = session.Project.Loads.Select(known => known.Name).ToList();
        if (load is not null && !names.Contains(load))
        {
            throw new ConfigurationException(
                $"the project has no load '{load}'", hint: NearMiss.Hint(load, names) ?? $"its loads are {string.Join(", ", names)}");
        }

        var result = load is null
            ? await LedgerSummary.LoadsAsync(session.Warehouse, cancel)
            : await LedgerSummary.ObjectsAsync(session.Warehouse, load, cancel);
        ResultWriter.Write(_surroundings.Terminal, new ResultTable(result.Columns, result.Rows), output);
        return ExitCode.Done;
    }
}
