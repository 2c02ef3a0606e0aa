using System.CommandLine;
using Starlift.Cli.Scripting;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Commands;

/// <summary>starlift sql.</summary>
sealed class SqlCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly DuckDbSymbol _duckDb = new();
    readonly S3Symbols _s3 = new();
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Argument<string> _file = new("file") { Description = "A file of statements, or - for standard input" };

    public SqlCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("sql", "Runs a script of Redshift SQL, COPY included, statement by statement")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Arguments.Add(_file);
        Options.Add(_duckDb.Option);
        _s3.All.ToList().ForEach(Options.Add);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
    [
        ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Rejects, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted,
    ];

    public override IReadOnlyList<string> Examples { get; } =
    [
        "starlift sql load.sql --duckdb out/try.duckdb --s3-root ./buckets",
        "echo \"select count(*) from songplays\" | starlift sql - -p pipelines/sparkify",
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var settings = _symbols.Read(parsed);
        var format = _output.Resolve(parsed, _surroundings);
        var duckDb = _duckDb.Resolve(parsed, settings, _surroundings, mustExist: false);
        await using var session = await TargetSession.OpenAsync(
            duckDb, WarehouseAccess.Write, settings.Resolve(_surroundings), _surroundings, _s3.Resolve(parsed, _surroundings), cancel);
        var script = await ReadAsync(parsed.GetRequiredValue(_file), cancel);
        var statements = SqlScript.Parse(ScriptVariables.Fill(script, session.Variables));
        using IScriptOutput output = format == OutputFormat.Json
            ? new JsonScriptOutput(_surroundings.Terminal)
            : new TextScriptOutput(_surroundings.Terminal);
        await foreach (var result in session.RunAsync(statements, cancel))
        {
            output.Write(result, cancel);
        }

        return ExitCode.Done;
    }

    async Task<SqlSource> ReadAsync(string file, CancellationToken cancel)
    {
        if (file == "-")
        {
            return new SqlSource("stdin", await _surroundings.Terminal.ReadToEndAsync(cancel));
        }

        try
        {
            return new SqlSource(file, await File.ReadAllTextAsync(Path.Combine(_surroundings.CurrentFolder, file), cancel));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"the script {file} can't be read: {e.Message}", hint: "check the path, or give - and pipe the statements in", inner: e);
        }
    }
}
