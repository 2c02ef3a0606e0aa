using System.CommandLine;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift query.</summary>
sealed class QueryCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly DuckDbSymbol _duckDb = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Csv, OutputFormat.Json);
    readonly Argument<string> _sql = new("sql") { Description = "One SELECT, in Redshift's dialect" };

    public QueryCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("query", "Shows the rows of one SELECT")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Arguments.Add(_sql);
        Options.Add(_duckDb.Option);
        _output.All.ToList().ForEach(Options.Add);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
    [
        "starlift query -p pipelines/sparkify \"select song_title, count(*) from songplays group by 1 order by 2 desc limit 10\"",
        "starlift query \"select * from users\" -o csv > users.csv",
        "starlift query \"select * from stl_load_errors\" --duckdb out/try.duckdb",
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = _symbols.Read(parsed);
        var options = settings.Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var statement = Only(SqlScript.Parse("query", parsed.GetRequiredValue(_sql)));
        var duckDb = _duckDb.Resolve(parsed, settings, _surroundings, mustExist: true);
        await using var session = await TargetSession.OpenAsync(duckDb, WarehouseAccess.Read, options, _surroundings, S3Settings.Default, cancel);
        await foreach (var result in session.RunAsync([statement], cancel))
        {
            ResultWriter.Write(_surroundings.Terminal, ResultTable.Of(result.Rows!, cancel), output);
        }

        return ExitCode.Done;
    }

    static OtherStatement Only(IReadOnlyList<SqlStatement> statements) => statements is [OtherStatement { YieldsRows: true } select]
        ? select
        : throw new ConfigurationException("query takes one SELECT", hint: "run other statements with starlift sql");
}
