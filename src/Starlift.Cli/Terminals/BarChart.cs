using Spectre.Console;

namespace Starlift.Cli.Terminals;

/// <summary>A horizontal bar chart for people: one line a bar, label, bar, value.</summary>
static class BarChart
{
    const int LongestLabel = 45;
    const int LongestBar = 50;

    // Eighths of a character cell, so that small differences are seen.
    const string Eighths = " ▏▎▍▌▋▊▉";

    /// <param name="terminal">Where to.</param>
    /// <param name="title">What is counted.</param>
    /// <param name="bars">From top to bottom; no value is negative.</param>
    public static void Write(Terminal terminal, string title, IReadOnlyList<(string Label, long Value)> bars)
    {
        var console = terminal.ResultConsole();
        Write(console, title, new Style(decoration: Decoration.Bold));
        console.WriteLine();
        var labels = bars.Select(bar => VisibleText.Shortened(bar.Label, LongestLabel)).ToList();
        var labelWidth = labels.Select(VisibleText.Width).DefaultIfEmpty().Max();
        var values = bars.Select(bar => Quantity.Count(bar.Value)).ToList();
        var valueWidth = values.Select(value => value.Length).DefaultIfEmpty().Max();
        var barWidth = Math.Clamp(terminal.Width - labelWidth - valueWidth - 6, 5, LongestBar);
        var most = bars.Select(bar => bar.Value).DefaultIfEmpty().Max();
        for (var i = 0; i < bars.Count; i++)
        {
            Write(console, $"  {VisibleText.PadRight(labels[i], labelWidth)}  ");
            Write(console, Bar(bars[i].Value, most, barWidth), new Style(Color.Teal));
            Write(console, $" {values[i]}");
            console.WriteLine();
        }
    }

    static void Write(IAnsiConsole console, string text, Style? style = null) => console.Write(VisibleText.Part(text, style));

    static string Bar(long value, long most, int width)
    {
        var eighths = most == 0 ? 0 : (int)Math.Round((double)value / most * width * 8);
        var partial = eighths % 8;
        return new string('█', eighths / 8) + (partial > 0 ? Eighths[partial] : value > 0 && eighths == 0 ? Eighths[1] : "");
    }
}
