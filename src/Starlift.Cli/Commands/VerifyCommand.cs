using System.CommandLine;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Stars;

namespace Starlift.Cli.Commands;

/// <summary>starlift verify.</summary>
sealed class VerifyCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly S3Symbols _s3 = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);

    public VerifyCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("verify", "Builds the star from all objects aside, in a DuckDB database of its own, and compares what is published with it")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        _s3.All.ToList().ForEach(Options.Add);
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.ChecksFailed, ExitCode.Rejects, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift verify -p pipelines/sparkify --var data=./bucket", "starlift verify --target redshift -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var s3 = _s3.Resolve(parsed, _surroundings);
        var project = options.ReadProject();
        DataApiTarget.RefuseTransactions(project.Target(options.Target), Name);
        await using var session = await ProjectSession.OpenToReadAsync(project, options.Target, s3, cancel);
        await using var aside = await RunProgress.WatchAsync(_surroundings.Terminal, observer => AsideStar.BuildAsync(session, s3, observer, cancel));
        var tables = await new StarVerification(session.Project, session.Warehouse, aside.Warehouse).RunAsync(cancel);
        ResultWriter.Write(
            _surroundings.Terminal,
            new ResultTable(
                ["table", "published", "built", "missing", "extra", "different"],
                tables.Select(table => (IReadOnlyList<object?>)
                    [table.Table.ToString(), table.PublishedRows, table.BuiltRows, table.Missing, table.Extra, table.Different])),
            output);
        return tables.All(table => table.IsSame)
            ? ExitCode.Done
            : throw new StarliftException(ExitCode.ChecksFailed, [.. tables.Where(table => !table.IsSame).SelectMany(Problems)]);
    }

    static IEnumerable<Problem> Problems(VerifiedTable table) =>
    [
        new(
            $"{table.Table} is not what its objects give: {table.Missing} missing, {table.Extra} too much, {table.Different} different",
            Hint: "starlift plan shows what waits to be loaded; starlift run --full-refresh builds everything anew"),
        .. table.Examples.Select(example => new Problem(example)),
    ];
}
