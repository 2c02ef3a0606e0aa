using Starlift.Cli.Terminals;

namespace Starlift.Cli.Doctor;

/// <summary>Writes what the doctor found, a line a probe, and the way out below each failure.</summary>
static class ProbeLines
{
    const int OutcomeWidth = 8;

    /// <param name="output">Where to write.</param>
    /// <param name="result">Of one probe.</param>
    /// <param name="width">Of the longest name of a probe.</param>
    public static void Write(TextWriter output, ProbeResult result, int width)
    {
        var indent = new string(' ', OutcomeWidth);
        var lines = result.Found.Split('\n');
        output.WriteLine($"{NameOf(result.Outcome).PadRight(OutcomeWidth)}{VisibleText.PadRight(result.Probe, width)}  {lines[0]}");
        foreach (var line in lines.Skip(1))
        {
            output.WriteLine($"{indent}{line}");
        }

        if (result.Outcome == ProbeOutcome.Failed && result.Hint is { } hint)
        {
            output.WriteLine($"{indent}hint: {hint}");
        }
    }

    public static string NameOf(ProbeOutcome outcome) => outcome switch
    {
        ProbeOutcome.Passed => "ok",
        ProbeOutcome.Failed => "failed",
        _ => "skipped",
    };
}
