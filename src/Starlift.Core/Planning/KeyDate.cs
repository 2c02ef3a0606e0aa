using System.Globalization;
using System.Text.RegularExpressions;

namespace Starlift.Planning;

/// <summary>
/// The days that an object's key speaks of: 2018-11-05, 2018/11/05, year=2018/month=11/day=05, 20181105 or, for a whole month, 2018/11
/// and its like. Where a key holds several, the last and finest counts.
/// </summary>
static partial class KeyDate
{
    /// <summary>Null where the key holds no date.</summary>
    public static (DateOnly First, DateOnly Last)? Of(string key)
    {
        (DateOnly First, DateOnly Last)? month = null;
        (DateOnly First, DateOnly Last)? day = null;
        foreach (Match match in Dates().Matches(key))
        {
            var (y, m, d) = (Number(match, "y"), Number(match, "m"), Number(match, "d"));
            if (m is < 1 or > 12 || y is < 1900 or > 2999)
            {
                continue;
            }

            var first = new DateOnly(y, m, 1);
            if (d == 0)
            {
                month = (first, first.AddMonths(1).AddDays(-1));
            }
            else if (d <= DateTime.DaysInMonth(y, m))
            {
                day = (first.AddDays(d - 1), first.AddDays(d - 1));
            }
        }

        return day ?? month;
    }

    /// <summary>The object is of the period; one whose key holds no date is in every period.</summary>
    /// <param name="key">The object's.</param>
    /// <param name="since">The first day; null for no bound.</param>
    /// <param name="until">The last day; null for no bound.</param>
    public static bool IsWithin(string key, DateOnly? since, DateOnly? until) =>
        (since is null && until is null)
        || Of(key) is not { } days
        || ((since is not { } first || days.Last >= first) && (until is not { } last || days.First <= last));

    static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(
        @"(?<![0-9A-Za-z])(?:year=)?(?<y>\d{4})[-/_](?:month=)?(?<m>\d{1,2})(?:[-/_](?:day=)?(?<d>\d{1,2}))?(?!\d)|(?<![0-9A-Za-z])(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?![0-9A-Za-z])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Dates();
}
