using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>An interval as PostgreSQL writes it: 1 year 2 mons -3 days +04:05:06.</summary>
static class IntervalText
{
    public static string Of(int months, int days, long microseconds)
    {
        var parts = new List<string>();
        var isNegative = Add(parts, months / 12, "year", false);
        isNegative = Add(parts, months % 12, "mon", isNegative);
        isNegative = Add(parts, days, "day", isNegative);
        if (microseconds != 0 || parts.Count == 0)
        {
            var sign = microseconds < 0 ? "-" : isNegative ? "+" : "";
            // The smallest has no opposite.
            parts.Add(sign + FarTime.Clock(microseconds == long.MinValue ? long.MaxValue : Math.Abs(microseconds)));
        }

        return string.Join(' ', parts);
    }

    // Behind something negative, what is positive says so.
    static bool Add(List<string> parts, int count, string unit, bool isNegative)
    {
        if (count == 0)
        {
            return isNegative;
        }

        parts.Add(string.Create(CultureInfo.InvariantCulture, $"{(isNegative && count > 0 ? "+" : "")}{count} {unit}{(count == 1 ? "" : "s")}"));
        return count < 0;
    }
}
