using Spectre.Console;
using Spectre.Console.Rendering;

namespace Starlift.Cli.Rendering;

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
        console.Write(new Text(title + "\n", new Style(decoration: Decoration.Bold)));
        var labels = bars.Select(bar => Shortened(bar.Label)).ToList();
        var labelWidth = labels.Select(Width).DefaultIfEmpty().Max();
        var values = bars.Select(bar => Quantity.Count(bar.Value)).ToList();
        var valueWidth = values.Select(value => value.Length).DefaultIfEmpty().Max();
        var barWidth = Math.Clamp(terminal.Width - labelWidth - valueWidth - 6, 5, LongestBar);
        var most = bars.Select(bar => bar.Value).DefaultIfEmpty().Max();
        for (var i = 0; i < bars.Count; i++)
        {
            console.Write(new Text($"  {labels[i]}{new string(' ', labelWidth - Width(labels[i]))}  "));
            console.Write(new Text(Bar(bars[i].Value, most, barWidth), new Style(Color.Teal)));
            console.Write(new Text($" {values[i]}\n"));
        }
    }

    static string Bar(long value, long most, int width)
    {
        var eighths = most == 0 ? 0 : (int)Math.Round((double)value / most * width * 8);
        var partial = eighths % 8;
        return new string('█', eighths / 8) + (partial > 0 ? Eighths[partial] : value > 0 && eighths == 0 ? Eighths[1] : "");
    }

    static string Shortened(string label)
    {
        var text = string.Concat(label.Where(c => !char.IsControl(c)));
        if (Width(text) <= LongestLabel)
        {
            return text;
        }

        var elements = System.Globalization.StringInfo.GetTextElementEnumerator(text);
        var kept = "";
        while (elements.MoveNext() && Width(kept + elements.GetTextElement()) < LongestLabel)
        {
            kept += elements.GetTextElement();
        }

        return kept + "…";
    }

    // Chinese and Japanese characters take two cells.
    static int Width(string text) => new Segment(text).CellCount();
}
