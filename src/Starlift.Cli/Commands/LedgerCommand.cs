using System.CommandLine;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.History;

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
        var name = parsed.GetValue(_load);
        var names = session.Project.Loads.Select(known => known.Name).ToList();
        var load = session.Project.Loads.FirstOrDefault(known => known.Name == name);
        if (name is not null && load is null)
        {
            throw new ConfigurationException(
                $"the project has no load '{name}'", hint: NearMiss.Hint(name, names) ?? $"its loads are {string.Join(", ", names)}");
        }

        var ledger = new LedgerSummary(session.Project, session.Warehouse);
        await ledger.ThrowIfLostAsync(cancel);
        var result = load is null ? await ledger.LoadsAsync(cancel) : await ledger.ObjectsAsync(load, cancel);
        ResultWriter.Write(_surroundings.Terminal, new ResultTable(result.Columns, result.Rows), output);
        return ExitCode.Done;
    }
}
