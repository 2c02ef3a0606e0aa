using Spectre.Console;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Generating;

/// <summary>Draws a generator's progress on a terminal: a bar of songs and one of events, with bytes and rate.</summary>
sealed class LiveGenerateProgress : IProgress<GeneratorProgress>
{
    readonly ProgressTask _songs;
    readonly ProgressTask _events;
    readonly GeneratorOptions _options;
    readonly long _started = TimeProvider.System.GetTimestamp();
    long _songBytes;

    LiveGenerateProgress(ProgressContext context, GeneratorOptions options)
    {
        _options = options;
        _songs = context.AddTask("songs", maxValue: options.Songs);
        _events = context.AddTask("events", autoStart: false, maxValue: options.Events);
    }

    GeneratorProgress Last { get; set; }

    /// <summary>Draws until <paramref name="generate"/> is over, and leaves the last picture standing.</summary>
    /// <returns>What the generator reported last.</returns>
    public static Task<GeneratorProgress> WatchAsync(
        Terminal terminal, GeneratorOptions options, Func<IProgress<GeneratorProgress>, Task> generate) =>
        ProgressBars.On(terminal).StartAsync(async context =>
        {
            var live = new LiveGenerateProgress(context, options);
            await generate(live);
            return live.Last;
        });

    public void Report(GeneratorProgress value)
    {
        var elapsed = TimeProvider.System.GetElapsedTime(_started);
        Last = value;
        _songs.Value = value.Songs;
        if (value.Events == 0)
        {
            _songBytes = value.Bytes;
            _songs.Description = $"songs: {Quantity.Count(value.Songs)} of {Quantity.Count(_options.Songs)}, {Quantity.Bytes(value.Bytes)}";
            return;
        }

        if (!_events.IsStarted)
        {
            _songs.StopTask();
            _events.StartTask();
        }

        var eventBytes = value.Bytes - _songBytes;
        _events.Value = value.Events;
        _events.Description =
            $"events: {Quantity.Count(value.Events)} of {Quantity.Count(_options.Events)}, {Quantity.Bytes(eventBytes)}, "
                + Quantity.BytesPerSecond(eventBytes, _events.ElapsedTime ?? elapsed);
    }
}
