using System.Globalization;
using System.Text.RegularExpressions;

namespace Starlift.Projects;

/// <summary>How much of its history a target keeps: the last runs, or those of the last days. Immutable.</summary>
/// <param name="Runs">How many; null where days count.</param>
/// <param name="Age">How old; null where runs count.</param>
public sealed partial record HistoryLimit(int? Runs, TimeSpan? Age)
{
    /// <summary>What holds where a project states nothing: years of daily runs.</summary>
    public static HistoryLimit Default { get; } = new(1000, null);

    /// <summary>What a text has to look like.</summary>
    internal const string Form = "write a number of runs or of days, such as '400 runs' or '90 days'";

    /// <summary>Null where the text is none.</summary>
    public static HistoryLimit? TryRead(string text)
    {
        if (Pattern().Match(text) is not { Success: true } match)
        {
            return null;
        }

        var number = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value == "run" ? new HistoryLimit(number, null) : new HistoryLimit(null, TimeSpan.FromDays(number));
    }

    public override string ToString() => Runs is { } runs ? $"{runs} runs" : $"{Age!.Value.Days} days";

    [GeneratedRegex(@"^([1-9][0-9]{0,5}) *(run|day)s?\z")]
    private static partial Regex Pattern();
}
