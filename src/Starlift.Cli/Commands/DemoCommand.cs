using System.CommandLine;
using Starlift.Cli.Demo;
using Starlift.Cli.Generating;
using Starlift.Cli.Running;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;
using Starlift.Planning;
using Starlift.Projects;

namespace Starlift.Cli.Commands;

/// <summary>starlift demo.</summary>
sealed class DemoCommand : StarliftCommand
{
    const string DefaultFolder = "starlift-demo";

    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Option<string> _folder = new("--dir")
    {
        Description = "The folder to put project, data and database in: a new one, an empty one, or that of an earlier demo",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultFolder,
    };

    public DemoCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("demo", "Makes up a music service's data, runs the Sparkify project on it and shows what people listen to")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_folder);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } = ["starlift demo", "starlift demo --dir ~/sparkify"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (_symbols.Read(parsed) is { Project: not null } or { Target: not null } or { Vars.Count: > 0 })
        {
            throw new ConfigurationException("demo makes a project of its own and takes no -p, -t or --var", hint: "name its folder with --dir DIR");
        }

        var typed = parsed.GetRequiredValue(_folder);
        var output = _output.Resolve(parsed, _surroundings);
        var folder = new DemoFolder(typed, _surroundings.CurrentFolder);
        await GenerateAsync(folder, cancel);
        folder.AddProject();
        await RunAsync(folder, typed, output, cancel);
        return ExitCode.Done;
    }

    async Task GenerateAsync(DemoFolder folder, CancellationToken cancel)
    {
        var terminal = _surroundings.Terminal;
        if (folder.HasData)
        {
            await terminal.Error.WriteLineAsync($"data    {folder.Data} is there from an earlier demo");
            return;
        }

        var generator = new SparkifyGenerator(DemoFolder.Options);
        await GenerateProgress.WatchAsync(terminal, DemoFolder.Options, progress => generator.GenerateAsync(folder.Data, progress, cancel));
    }

    async Task RunAsync(DemoFolder folder, string typed, OutputFormat output, CancellationToken cancel)
    {
        var terminal = _surroundings.Terminal;
        var options = new GlobalOptions { ProjectFolder = folder.FullPath, Target = null, Overrides = ProjectOverrides.None, Yes = false };
        await using var session = await ProjectSession.OpenAsync(options, S3Settings.Default, keepStaging: false, cancel);
        using var export = OtlpExport.Start(_surroundings.Environment);
        var lineage = new LineageExport(_surroundings);
        var report = await RunProgress.WatchAsync(
            terminal,
            shown => lineage.WatchAsync(session, S3Settings.Default, shown, observer => session.RunnerFor(observer).RunAsync(RunOptions.Default, cancel), cancel));
        terminal.Achieved = RunSummary.Achieved(report);
        RunSummary.Write(terminal, report, output);
        if (output == OutputFormat.Json)
        {
            return;
        }

        var answers = new DemoReport(terminal, session.Project, session.Warehouse);
        if (report.NothingNew)
        {
            await answers.WriteTablesAsync(cancel);
        }

        await answers.WriteAsync(cancel);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine($"{typed} is a project like any other: its SQL, its data and its database are in there. What to try next:");
        foreach (var command in NextSteps.AfterDemo(_surroundings.CommandName, typed))
        {
            terminal.Out.WriteLine($"  {command}");
        }
    }
}
