using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Starlift.Torture;

/// <summary>The names of a run's steps, as it tells them on stderr.</summary>
static partial class Step
{
    /// <summary>The last before a run commits.</summary>
    public const string Checked = "checks_finished";

    static readonly string[] Names = ["load", "model", "table"];

    /// <returns>Null where the line tells none. Of a script: where the statement stands.</returns>
    public static string? Of(string line)
    {
        // The last line of a process that was killed may be half of one.
        if (line.StartsWith("{\"time\"", StringComparison.Ordinal) && line.EndsWith('}'))
        {
            var entry = JsonDocument.Parse(line).RootElement;
            return entry.TryGetProperty("event", out var name)
                ? string.Join(' ', Names.Where(key => entry.TryGetProperty(key, out _)).Select(key => entry.GetProperty(key).GetString()).Prepend(name.GetString()))
                : ScriptPlace().Match(entry.GetProperty("message").GetString()!) is { Success: true } told ? told.Value : null;
        }

        return ScriptPlace().Match(line) is { Success: true } place ? place.Value : null;
    }

    /// <summary>The line of a script's last statement that was told to be done; 0 where none was.</summary>
    public static int LastLine(string error) => error.Split('\n')
        .Select(Of)
        .OfType<string>()
        .Select(step => ScriptPlace().Match(step))
        .Where(match => match.Success)
        .Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))
        .DefaultIfEmpty()
        .Max();

    [GeneratedRegex(@"script\.sql:(\d+):\d+(?=: [\d,]+ rows?)")]
    private static partial Regex ScriptPlace();
}
