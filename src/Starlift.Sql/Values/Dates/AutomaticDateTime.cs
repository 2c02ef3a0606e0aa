using System.Globalization;
using System.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>
/// DATEFORMAT and TIMEFORMAT 'auto' (Amazon Redshift: "Using automatic recognition with DATEFORMAT and TIMEFORMAT"). Reads the text
/// part by part: a time has colons, a zone has a sign or is a word, the rest is the date, whose parts tell by their form and order
/// what they are. Epoch numbers are not taken.
/// </summary>
static class AutomaticDateTime
{
    /// <param name="value">Without blanks around it.</param>
    /// <param name="fields">What was read.</param>
    public static bool TryRead(ReadOnlySpan<byte> value, out CalendarFields fields) =>
        TryReadParts(new TextCursor(value), out fields) && (fields.JulianDay is not null || fields.Year is not null);

    /// <summary>The same of a text that may have no date: a time, or a time and a zone.</summary>
    public static bool TryReadParts(TextCursor text, out CalendarFields fields)
    {
        fields = default;
        while (!text.AtEnd)
        {
            if (!TryTakePart(ref text, ref fields))
            {
                return false;
            }

            while (text.Next is (byte)' ' or (byte)',' or (byte)'\t')
            {
                text.At++;
            }
        }

        return true;
    }

    static bool TryTakePart(ref TextCursor text, ref CalendarFields fields)
    {
        var c = (char)text.Next;
        if (char.IsAsciiDigit(c))
        {
            return TryTakeNumbers(ref text, ref fields);
        }

        if (c is '+' or '-')
        {
            return HasDate(fields) && fields.Offset is null && TimeZones.TryTake(ref text, ref fields);
        }

        if (c is 'J' or 'j' && char.IsAsciiDigit((char)text.Peek(1)))
        {
            text.At++;
            var digits = text.Digits();
            if (digits.Length > 9 || HasDate(fields))
            {
                return false;
            }

            fields.JulianDay = int.Parse(digits, CultureInfo.InvariantCulture);
            return true;
        }

        return char.IsAsciiLetter(c) && TryTakeWord(ref text, ref fields);
    }

    static bool TryTakeWord(ref TextCursor text, ref CalendarFields fields)
    {
        var start = text.At;
        var word = text.Letters();
        if (MonthNames.Find(word) is { } month)
        {
            return fields.Month is null && TryTakeAfterMonth(month, ref text, ref fields);
        }

        if (Ascii.EqualsIgnoreCase(word, "bc"u8) || Ascii.EqualsIgnoreCase(word, "ad"u8))
        {
            fields.BeforeChrist = word[0] is (byte)'b' or (byte)'B';
            return true;
        }

        if (Ascii.EqualsIgnoreCase(word, "am"u8) || Ascii.EqualsIgnoreCase(word, "pm"u8))
        {
            fields.Afternoon = word[0] is (byte)'p' or (byte)'P';
            return true;
        }

        if (Ascii.EqualsIgnoreCase(word, "t"u8) && HasDate(fields))
        {
            return true;
        }

        text.At = start;
        return fields.Offset is null && fields.Zone is null && TimeZones.TryTake(ref text, ref fields);
    }

    /// <summary>Jan-08-95, Jan 8 1999, Jan 08, 1999; the year may stand elsewhere.</summary>
    static bool TryTakeAfterMonth(int month, ref TextCursor text, ref CalendarFields fields)
    {
        fields.Month = month;
        var separator = text.Next;
        if (separator is not ((byte)'-' or (byte)'/' or (byte)'.'))
        {
            return true;
        }

        text.At++;
        if (!text.TryTakeUpTo(2, out var day))
        {
            return false;
        }

        fields.Day = day;
        return !text.Take((char)separator) || TryTakeYear(ref text, ref fields);
    }

    static bool TryTakeNumbers(ref TextCursor text, ref CalendarFields fields)
    {
        var start = text.At;
        var first = text.Digits();
        switch (text.Next)
        {
            case (byte)':':
                text.At = start;
                return TryTakeTime(ref text, ref fields);
            case (byte)'-' or (byte)'/' or (byte)'.' when !HasDate(fields) && first.Length <= 6:
                return TryTakeDate(first, ref text, ref fields);
            default:
                return TryTakePlainNumber(first, ref text, ref fields);
        }
    }

    /// <summary>A time at the cursor: 4:05, 04:05:06.789.</summary>
    internal static bool TryTakeTime(ref TextCursor text, ref CalendarFields fields) =>
        text.TryTakeUpTo(2, out fields.Hour)
        && text.Take(':')
        && text.TryTakeNumber(2, out fields.Minute)
        && (!text.Take(':') || (text.TryTakeNumber(2, out fields.Second) && text.TryTakeFraction(out fields.Microsecond)));

    /// <summary>1996-01-08, 1996.008, 1996-Jan-08, 12/17/1997, 12.17.1997, 17-Dec-1997.</summary>
    static bool TryTakeDate(ReadOnlySpan<byte> first, ref TextCursor text, ref CalendarFields fields)
    {
        var separator = (char)text.Next;
        var number = int.Parse(first, CultureInfo.InvariantCulture);
        text.At++;
        if (char.IsAsciiLetter((char)text.Next))
        {
            fields.Month = MonthNames.Find(text.Letters());
            if (first.Length >= 3)
            {
                fields.Year = number;
                var taken = text.Take(separator) & text.TryTakeUpTo(2, out var inMonth);
                fields.Day = inMonth;
                return taken && fields.Month is not null;
            }

            fields.Day = number;
            return fields.Month is not null && (!text.Take(separator) || TryTakeYear(ref text, ref fields));
        }

        if (first.Length >= 3)
        {
            fields.Year = number;
            var start = text.At;
            var second = text.Digits();
            if (separator == '.' && second.Length == 3)
            {
                fields.DayOfYear = int.Parse(second, CultureInfo.InvariantCulture);
                return true;
            }

            text.At = start;
            return TryTakePair(separator, ref text, out fields.Month, out fields.Day);
        }

        fields.Month = number;
        if (!text.TryTakeUpTo(2, out var day) || !text.Take(separator))
        {
            return false;
        }

        fields.Day = day;
        return TryTakeYear(ref text, ref fields);
    }

    static bool TryTakePair(char separator, ref TextCursor text, out int? month, out int? day)
    {
        var taken = text.TryTakeUpTo(2, out var first);
        month = first;
        day = null;
        if (!taken || !text.Take(separator) || !text.TryTakeUpTo(2, out var second))
        {
            return false;
        }

        day = second;
        return true;
    }

    static bool TryTakeYear(ref TextCursor text, ref CalendarFields fields)
    {
        var start = text.At;
        if (fields.Year is not null || !text.TryTakeUpTo(6, out var year))
        {
            return false;
        }

        // A year before Christ is meant as written, be it short.
        fields.Year = text.At - start > 2 || IsBeforeChrist(text) ? year : CalendarTime.FullYear(year);
        return true;
    }

    static bool IsBeforeChrist(TextCursor text)
    {
        text.SkipBlanks();
        return Ascii.EqualsIgnoreCase(text.Letters(), "bc"u8);
    }

    /// <summary>19960108, 960108, 040809 behind a date, a day before or behind a month's name, a year.</summary>
    static bool TryTakePlainNumber(ReadOnlySpan<byte> digits, ref TextCursor text, ref CalendarFields fields)
    {
        var number = digits.Length <= 14 ? long.Parse(digits, CultureInfo.InvariantCulture) : 0;
        if (digits.Length is 6 && HasDate(fields))
        {
            SetTime((int)number, ref fields);
            return text.TryTakeFraction(out fields.Microsecond);
        }

        if (digits.Length is 6 or 8 or 14 && !HasDate(fields) && fields.Month is null)
        {
            var date = digits.Length == 14 ? number / 1_000_000 : number;
            var year = (int)(date / 10_000);
            fields.Year = digits.Length == 6 ? CalendarTime.FullYear(year) : year;
            fields.Month = (int)(date / 100 % 100);
            fields.Day = (int)(date % 100);
            if (digits.Length == 14)
            {
                SetTime((int)(number % 1_000_000), ref fields);
            }

            return true;
        }

        if (digits.Length <= 2 && fields.Day is null)
        {
            fields.Day = (int)number;
            return true;
        }

        text.At -= digits.Length;
        return (fields.Month is not null || fields.Day is not null) && TryTakeYear(ref text, ref fields);
    }

    static void SetTime(int hhmmss, ref CalendarFields fields)
    {
        fields.Hour = hhmmss / 10_000;
        fields.Minute = hhmmss / 100 % 100;
        fields.Second = hhmmss % 100;
    }

    static bool HasDate(CalendarFields fields) =>
        fields.JulianDay is not null || (fields.Year is not null && (fields.Month is not null || fields.DayOfYear is not null));
}
