using System.Text;

namespace Starlift.Copying;

/// <summary>Zones that a timestamp's text may name.</summary>
static class TimeZones
{
    static readonly Dictionary<string, int> Hours = new(StringComparer.OrdinalIgnoreCase)
    {
        ["z"] = 0, ["utc"] = 0, ["gmt"] = 0, ["ut"] = 0, ["wet"] = 0,
        ["est"] = -5, ["edt"] = -4, ["cst"] = -6, ["cdt"] = -5, ["mst"] = -7, ["mdt"] = -6, ["pst"] = -8, ["pdt"] = -7,
        ["akst"] = -9, ["akdt"] = -8, ["hst"] = -10,
        ["bst"] = 1, ["cet"] = 1, ["cest"] = 2, ["eet"] = 2, ["eest"] = 3, ["msk"] = 3, ["jst"] = 9, ["kst"] = 9,
        ["aest"] = 10, ["aedt"] = 11, ["nzst"] = 12, ["nzdt"] = 13,
    };

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

        var name = Encoding.ASCII.GetString(text.From(start));
        if (Hours.TryGetValue(name, out var hour))
        {
            fields.Offset = TimeSpan.FromHours(hour);
            return true;
        }

        // The system looks names up as files: one that begins with / would leave the folder of zones.
        fields.Zone = name.IndexOf('/') > 0 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
        return fields.Zone is not null;
    }
}
