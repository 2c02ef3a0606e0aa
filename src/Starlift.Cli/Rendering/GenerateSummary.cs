using Starlift.Cli.Generating;

namespace Starlift.Cli.Rendering;

/// <summary>What was generated, in one line.</summary>
static class GenerateSummary
{
    public static void Write(Terminal terminal, string folder, GeneratorOptions options, long bytes, TimeSpan duration) => terminal.Out.WriteLine(
        $"generated {Quantity.Count(options.Songs, "song", "songs")} and {Quantity.Count(options.Events, "event", "events")} of "
            + $"{Quantity.Count(options.Days, "day", "days")} into {folder}: {Quantity.Bytes(bytes)} in {Quantity.Duration(duration)} "
            + $"({Quantity.BytesPerSecond(bytes, duration)})");
}
