using System.Text;
using Starlift.Sql.Values.Dates;

namespace Starlift.Copying;

/// <summary>
/// A DATEFORMAT or TIMEFORMAT string (Amazon Redshift: "DATEFORMAT and TIMEFORMAT strings"): YYYY, YY, MM, MON, DD, HH (of 24), HH24,
/// HH12, MI, SS, AM or PM, OF, and separators. Numbers have exactly as many digits as their part has letters.
/// </summary>
sealed class DateTimeFormat
{
    static readonly string[] Known = ["YYYY", "YY", "MM", "MON", "DD", "HH24", "HH12", "HH", "MI", "SS", "AM", "PM", "OF"];
    readonly string[] _parts;

    DateTimeFormat(string text, string[] parts)
    {
        Text = text;
        _parts = parts;
    }

    public static DateTimeFormat Date { get; } = Parse("YYYY-MM-DD");

    public static DateTimeFormat Timestamp { get; } = Parse("YYYY-MM-DD HH:MI:SS");

    public static DateTimeFormat TimestampTz { get; } = Parse("YYYY-MM-DD HH:MI:SSOF");

    /// <summary>As the user wrote it.</summary>
    public string Text { get; }

    /// <exception cref="FormatException">With a sentence about the part that is not known.</exception>
    public static DateTimeFormat Parse(string text)
    {
        var parts = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var part = Known.FirstOrDefault(known => string.Compare(text, at, known, 0, known.Length, StringComparison.OrdinalIgnoreCase) == 0);
            if (part is null && char.IsAsciiLetter(text[at]) && text[at] is not 'T')
            {
                throw new FormatException($"'{text}' has an unknown part at character {at + 1}; known are {string.Join(", ", Known)}");
            }

            parts.Add(part ?? text[at].ToString());
            at += part?.Length ?? 1;
        }

        return new DateTimeFormat(text, [.. parts]);
    }

    /// <param name="value">Without blanks around it.</param>
    /// <param name="partial">Text may be left over behind what the format takes: a time behind a date.</param>
    /// <param name="fields">What was read.</param>
    public bool TryRead(ReadOnlySpan<byte> value, bool partial, out CalendarFields fields)
    {
        fields = default;
        var text = new TextCursor(value);
        foreach (var part in _parts)
        {
            if (!TryTake(part, ref text, ref fields))
            {
                return false;
            }
        }

        return text.AtEnd || (partial && text.Next is (byte)' ' or (byte)'T');
    }

    static bool TryTake(string part, ref TextCursor text, ref CalendarFields fields)
    {
        int number;
        bool taken;
        switch (part)
        {
            case "YYYY":
                taken = text.TryTakeNumber(4, out number);
                fields.Year = number;
                return taken;
            case "YY":
                taken = text.TryTakeNumber(2, out number);
                fields.Year = CalendarTime.FullYear(number);
                return taken;
            case "MM":
                taken = text.TryTakeNumber(2, out number);
                fields.Month = number;
                return taken;
            case "MON":
                fields.Month = MonthNames.Find(text.Letters());
                return fields.Month is not null;
            case "DD":
                taken = text.TryTakeNumber(2, out number);
                fields.Day = number;
                return taken;
            case "HH" or "HH24" or "HH12":
                taken = text.TryTakeNumber(2, out fields.Hour);
                return taken && (part != "HH12" || fields.Hour is >= 1 and <= 12);
            case "MI":
                return text.TryTakeNumber(2, out fields.Minute);
            case "SS":
                return text.TryTakeNumber(2, out fields.Second) && text.TryTakeFraction(out fields.Microsecond);
            case "AM" or "PM":
                var letters = text.Letters();
                fields.Afternoon = Ascii.EqualsIgnoreCase(letters, "pm"u8);
                return fields.Afternoon.Value || Ascii.EqualsIgnoreCase(letters, "am"u8);
            case "OF":
                text.SkipBlanks();
                return text.AtEnd || TimeZones.TryTake(ref text, ref fields);
            default:
                return text.Take(part[0]);
        }
    }
}
