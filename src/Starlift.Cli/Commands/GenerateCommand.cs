using System.CommandLine;
using Starlift.Cli.Generating;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>starlift generate.</summary>
sealed class GenerateCommand : StarliftCommand
{
    static readonly GeneratorOptions Defaults = new();

    readonly Surroundings _surroundings;
    readonly Argument<string> _folder = new("dir") { Description = "The folder to fill: a new one, an empty one, or one filled before with the same options" };
    readonly Option<int> _songs = Number("--songs", "Song files", Defaults.Songs);
    readonly Option<int> _days = Number("--days", "Days that the events are spread over, one log file a day", Defaults.Days);
    readonly Option<long> _events = Number("--events", "Events of all days together", Defaults.Events);
    readonly Option<long> _seed = Number("--seed", "Any number: another one gives other data of the same kind", Defaults.Seed);

    readonly OutputSymbol _output = new(OutputFormat.Text, OutputFormat.Json);

    public GenerateCommand(Surroundings surroundings)
        : base("generate", "Makes up song files and activity logs of a music service; the same options give the same bytes")
    {
        _surroundings = surroundings;
        Arguments.Add(_folder);
        Options.Add(_songs);
        Options.Add(_days);
        Options.Add(_events);
        Options.Add(_seed);
        Options.Add(_output.Option);
    }

    public override IReadOnlyList<ExitCode> ExitCodes { get; } = [ExitCode.Done, ExitCode.RunFailed, ExitCode.Usage, ExitCode.Interrupted];

    public override IReadOnlyList<string> Examples { get; } =
    [
        "starlift generate ./bucket",
        "starlift generate ./bucket --songs 10000 --days 90 --events 1000000 --seed 7",
    ];

    protected override async Task<ExitCode> ExecuteAsync(ParseResult parsed, CancellationToken cancel)
    {
        var typed = parsed.GetRequiredValue(_folder);
        var options = new GeneratorOptions
        {
            Songs = parsed.GetValue(_songs),
            Days = parsed.GetValue(_days),
            Events = parsed.GetValue(_events),
            Seed = parsed.GetValue(_seed),
        };
        var output = _output.Resolve(parsed, _surroundings);
        var generator = new SparkifyGenerator(options);
        var folder = Path.GetFullPath(typed, _surroundings.CurrentFolder);
        var started = TimeProvider.System.GetTimestamp();
        var last = await GenerateProgress.WatchAsync(
            _surroundings.Terminal, options, progress => generator.GenerateAsync(folder, progress, cancel));
        _surroundings.Terminal.Achieved = "everything was generated";
        GenerateSummary.Write(_surroundings.Terminal, typed, options, last.Bytes, TimeProvider.System.GetElapsedTime(started), output);
        return ExitCode.Done;
    }

    static Option<T> Number<T>(string name, string description, T byDefault) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => byDefault,
    };
}
