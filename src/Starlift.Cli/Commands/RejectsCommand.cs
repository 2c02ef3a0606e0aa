using System.CommandLine;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.History;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift rejects.</summary>
sealed class RejectsCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly DuckDbSymbol _duckDb = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);
    readonly Option<long?> _run = new("--run") { Description = "Only those of this run [default: the last run, or COPY of a script, that had any]", HelpName = "ID" };
    readonly Option<bool> _all = new("--all") { Description = "Those of all runs and scripts" };

    public RejectsCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("rejects", "Shows the records that could not be loaded, with place and reason")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_run);
        Options.Add(_all);
        Options.Add(_duckDb.Option);
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift rejects -p pipelines/sparkify", "starlift rejects --run 12 -o json", "starlift rejects --duckdb out/try.duckdb --all -o csv > rejects.csv"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var run = parsed.GetValue(_run);
        if (run is not null && parsed.GetValue(_all))
        {
            throw new ConfigurationException("--run and --all exclude each other", hint: "keep one of them");
        }

        var settings = _symbols.Read(parsed);
        var options = settings.Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var duckDb = _duckDb.Resolve(parsed, settings, _surroundings, mustExist: true);
        await using var session = await TargetSession.OpenAsync(duckDb, WarehouseAccess.Read, options, _surroundings, S3Settings.Default, cancel);
        var rejects = parsed.GetValue(_all)
            ? await RejectHistory.AllAsync(session.Warehouse, cancel)
            : await RejectHistory.OfRunAsync(session.Warehouse, run, cancel);
        Write(rejects, output);
        if (await RejectHistory.LostAsync(session.Warehouse, run, cancel) is > 0 and var lost)
        {
            await _surroundings.Terminal.Error.WriteLineAsync(
                $"starlift: {Quantity.Count(lost, "reject", "rejects")} can't be shown: starlift.rejects, which held {(lost == 1 ? "it" : "them")}, was dropped");
        }

        return ExitCode.Done;
    }

    void Write(QueryResult rejects, OutputFormat output)
    {
        var terminal = _surroundings.Terminal;
        if (output != OutputFormat.Text)
        {
            ResultWriter.Write(terminal, new ResultTable(rejects.Columns, rejects.Rows), output);
            return;
        }

        foreach (var row in rejects.Rows.Select(values => rejects.Columns.Zip(values).ToDictionary(pair => pair.First, pair => pair.Second)))
        {
            var column = row["column_name"] is string { Length: > 0 } name ? $", column {name} {row["type"]}({row["length"]})".Replace("()", "", StringComparison.Ordinal) : "";
            terminal.Out.WriteLine($"{row["object"]}:{row["last_line"]}{column}: {row["code"]} {row["reason"]}");
            terminal.Out.WriteLine($"    {VisibleText.Shortened((string)row["raw_record"]!, terminal.Width - 4)}");
        }

        terminal.Out.WriteLine(Quantity.Count(rejects.Rows.Count, "reject", "rejects"));
    }
}
