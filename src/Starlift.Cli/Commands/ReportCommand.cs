using System.CommandLine;
using Starlift.Cli.Reporting;
using Starlift.Cli.Settings;
using Starlift.Cli.Targets;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift report.</summary>
sealed class ReportCommand : StarliftCommand
{
    readonly Surroundings _surroundings;
    readonly GlobalSymbols _symbols;
    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);
    readonly Option<string?> _file = new("--out") { Description = "Where to write it [default: out/report.html in the project's folder]", HelpName = "FILE" };
    readonly Option<bool> _open = new("--open") { Description = "Opens it in the browser" };

    public ReportCommand(Surroundings surroundings, GlobalSymbols symbols)
        : base("report", "Writes one HTML file with the answers of reports/, the last run, checks, star schema and data dictionary")
    {
        _surroundings = surroundings;
        _symbols = symbols;
        Options.Add(_file);
        Options.Add(_open);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } =
        [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Access, ExitCode.Locked, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
        ["starlift report -p pipelines/sparkify --open", "starlift report --out sparkify.html", "starlift run && starlift report -o json"];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var options = _symbols.Read(parsed).Resolve(_surroundings);
        var output = _output.Resolve(parsed, _surroundings);
        var typed = parsed.GetValue(_file);
        if (typed is { Length: 0 } || (typed is not null && Directory.Exists(Path.GetFullPath(typed, _surroundings.CurrentFolder))))
        {
            throw new ConfigurationException($"--out '{typed}' is no file", hint: "name the file to write, such as --out report.html");
        }

        await using var session = await ProjectSession.OpenToReadAsync(options, S3Settings.Default, cancel);
        var path = typed is null ? ProjectReport.DefaultPath(session) : Path.GetFullPath(typed, _surroundings.CurrentFolder);
        var written = await ProjectReport.WriteAsync(session, path, cancel);
        _surroundings.Terminal.Achieved = "the report was written";
        ReportSummary.Write(_surroundings.Terminal, written, output);
        if (parsed.GetValue(_open) && !Browser.TryOpen(path))
        {
            await _surroundings.Terminal.Error.WriteLineAsync("starlift: there is no browser to open the report with; the file is there all the same");
        }

        return ExitCode.Done;
    }
}
