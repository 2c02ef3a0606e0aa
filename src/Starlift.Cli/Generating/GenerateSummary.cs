using System.Globalization;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Generating;

/// <summary>What was generated: one line, or a JSON object.</summary>
static class GenerateSummary
{
    public static void Write(Terminal terminal, string folder, GeneratorOptions options, long bytes, TimeSpan duration, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"folder\": {JsonTable.Quoted(folder)}, \"songs\": {options.Songs}, \"events\": {options.Events}, \"days\": {options.Days}, "
                    + $"\"seed\": {options.Seed}, \"bytes\": {bytes}, \"seconds\": {duration.TotalSeconds}}}"));
            return;
        }

        terminal.Out.WriteLine(
            $"generated {Quantity.Count(options.Songs, "song", "songs")} and {Quantity.Count(options.Events, "event", "events")} of "
                + $"{Quantity.Count(options.Days, "day", "days")} into {folder}: {Quantity.Bytes(bytes)} in {Quantity.Duration(duration)} "
                + $"({Quantity.BytesPerSecond(bytes, duration)})");
    }
}
