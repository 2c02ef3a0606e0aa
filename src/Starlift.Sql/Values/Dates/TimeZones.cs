using System.Collections.Concurrent;
using System.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>Zones that a timestamp's text may name.</summary>
static class TimeZones
{
    const int LongestName = 64;

    static readonly Dictionary<string, int> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0, ["utc"] = 0, ["gmt"] = 0, ["ut"] = 0, ["wet"] = 0,
        ["est"] = -5, ["edt"] = -4, ["cst"] = -6, ["cdt"] = -5, ["mst"] = -7, ["mdt"] = -6, ["pst"] = -8, ["pdt"] = -7,
        ["akst"] = -9, ["akdt"] = -8, ["hst"] = -10,
        ["bst"] = 1, ["cet"] = 1, ["cest"] = 2, ["eet"] = 2, ["eest"] = 3, ["msk"] = 3, ["jst"] = 9, ["kst"] = 9,
        ["aest"] = 10, ["aedt"] = 11, ["nzst"] = 12, ["nzdt"] = 13,
    };

    static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> HoursByName = Hours.GetAlternateLookup<ReadOnlySpan<char>>();

    // Only zones that there are: records can't make it grow beyond them.
    static readonly ConcurrentDictionary<string, TimeZoneInfo>.AlternateLookup<ReadOnlySpan<char>> Found =
        new ConcurrentDictionary<string, TimeZoneInfo>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A zone at the cursor: ±H, ±HH, ±HH:MM, ±HHMM, an abbreviation or a name such as Europe/Paris.</summary>
    public static bool TryTake(ref TextCursor text, ref CalendarFields fields)
    {
        if (text.Next is (byte)'+' or (byte)'-')
        {
            var sign = text.Take('-') ? -1 : text.Take('+') ? 1 : 0;
            var digits = text.Digits();
            if (digits.Length is 0 or 3 or > 4)
            {
                return false;
            }

            var number = int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture);
            var (hours, minutes) = digits.Length == 4 ? (number / 100, number % 100) : (number, 0);
            if (digits.Length <= 2 && text.Take(':') && !text.TryTakeNumber(2, out minutes))
            {
                return false;
            }

            fields.Offset = sign * new TimeSpan(hours, minutes, 0);
            return hours <= 15 && minutes <= 59;
        }

        var start = text.At;
        while (char.IsAsciiLetter((char)text.Next) || text.Next is (byte)'/' or (byte)'_')
        {
            text.At++;
        }

        var written = text.From(start);
        if (written.Length > LongestName)
        {
            return false;
        }

        Span<char> buffer = stackalloc char[LongestName];
        ReadOnlySpan<char> name = buffer[..Encoding.ASCII.GetChars(written, buffer)];
        if (HoursByName.TryGetValue(name, out var hour))
        {
            fields.Offset = TimeSpan.FromHours(hour);
            return true;
        }

        fields.Zone = Find(name);
        return fields.Zone is not null;
    }

    /// <summary>The offset of an abbreviation, which knows no summer time: PST, in any case; null where it is none.</summary>
    public static TimeSpan? FindAbbreviation(ReadOnlySpan<char> name) => HoursByName.TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : null;

    static TimeZoneInfo? Find(ReadOnlySpan<char> name)
    {
        if (Found.TryGetValue(name, out var known))
        {
            return known;
        }

        // The system looks names up as files: one that begins with / would leave the folder of zones.
        if (name.IndexOf('/') <= 0 || !TimeZoneInfo.TryFindSystemTimeZoneById(name.ToString(), out var zone))
        {
            return null;
        }

        Found[name] = zone;
        return zone;
    }
}
