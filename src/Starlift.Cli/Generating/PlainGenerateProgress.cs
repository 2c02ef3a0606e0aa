using Starlift.Cli.Terminals;

namespace Starlift.Cli.Generating;

/// <summary>Tells on stderr, in plain lines, how a generator gets on: one when the songs are done, and one with every tenth of the events.</summary>
sealed class PlainGenerateProgress(TextWriter error, GeneratorOptions options) : IProgress<GeneratorProgress>
{
    const int LinesOfEvents = 10;

    /// <summary>Fewer events than these are over before a line could be read.</summary>
    const long ManyEvents = 1_000_000;

    long _line;

    public GeneratorProgress Last { get; private set; }

    public void Report(GeneratorProgress value)
    {
        var before = Last;
        Last = value;
        if (before.Songs < options.Songs && value.Songs == options.Songs)
        {
            error.WriteLine($"songs   {Quantity.Count(value.Songs)}, {Quantity.Bytes(value.Bytes)}");
        }

        var lines = options.Events < ManyEvents ? 1 : LinesOfEvents;
        var line = value.Events * lines / options.Events;
        if (line > _line)
        {
            _line = line;
            error.WriteLine($"events  {Quantity.Count(value.Events)} of {Quantity.Count(options.Events)}, {Quantity.Bytes(value.Bytes)}");
        }
    }
}
