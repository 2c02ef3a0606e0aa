using System.CommandLine;
using System.Text.Json.Nodes;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Tables;

namespace Starlift.Cli.Commands;

/// <summary>starlift migrate.</summary>
sealed class MigrateCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);

    public MigrateCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("migrate", "Alters the target's star tables to what their files declare, where that loses nothing: adds columns, lengthens VARCHARs")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift migrate -p pipelines/sparkify", "starlift migrate -y && starlift run --rebuild users"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var project = options.ReadProject();
        DataApiTarget.RefuseTransactions(project.Target(options.Target), Name);
        await using var session = await ProjectSession.OpenAsync(project, options.Target, S3Settings.Default, keepStaging: false, cancel);
        var migration = new Migration(session.Project, session.Warehouse, TimeProvider.System);
        var planned = await migration.StatementsAsync(cancel);
        if (planned.Count == 0)
        {
            Write(planned, output);
            return ExitCode.Done;
        }

        var question = $"migrate alters tables on target {session.Target.Name}: {string.Join("; ", planned)}";
        if (!await _surroundings.Terminal.ConfirmAsync(question, options.Yes, cancel))
        {
            await _surroundings.Terminal.Error.WriteLineAsync("starlift: nothing was altered");
            return ExitCode.Done;
        }

        await using var held = await session.Warehouse.LockAsync(ProjectSession.User, cancel);
        var statements = await migration.RunAsync(cancel);
        _surroundings.Terminal.Achieved = "the tables were altered";
        Write(statements, output);
        return ExitCode.Done;
    }

    void Write(IReadOnlyList<string> statements, OutputFormat output)
    {
        var terminal = _surroundings.Terminal;
        if (output == OutputFormat.Json)
        {
            terminal.Json.WriteLine(Json.TextOf(new JsonObject { ["altered"] = Json.ListOf(statements) }));
            return;
        }

        foreach (var statement in statements)
        {
            terminal.Out.WriteLine($"{statement};");
        }

        terminal.Out.WriteLine(statements.Count == 0
            ? "nothing to alter: the star tables are as they are declared"
            : "rows that are there have NULL or the default in columns that were added, until starlift run --rebuild MODEL builds them anew");
    }
}
