using System.Globalization;
using System.Text.RegularExpressions;

namespace Starlift.Projects;

/// <summary>Reads and writes durations as settings state them: 90s, 30m, 2h, 1d.</summary>
public static partial class DurationText
{
    /// <exception cref="FormatException">It is none.</exception>
    public static TimeSpan Read(string text) => TryRead(text) ?? throw new FormatException($"'{text}' is no duration");

    /// <summary>Null where the text is none, or is longer than anybody waits.</summary>
    public static TimeSpan? TryRead(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays(number),
        };
    }

    [GeneratedRegex(@"^([1-9][0-9]{0,5})([smhd])\z")]
    private static partial Regex Pattern();
}
