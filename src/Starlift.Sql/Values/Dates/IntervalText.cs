using System.Globalization;

namespace Starlift.Sql.Values.Dates;

/// <summary>Intervals as texts in the style of PostgreSQL, Redshift's default: <c>1 year 2 mons 3 days 04:05:06.7</c> (Amazon Redshift: "IntervalStyle").</summary>
public static class IntervalText
{
    public static string Of(Interval interval)
    {
        var text = new TextBuffer();
        Write(interval, text);
        return text.ToString();
    }

    public static void Write(Interval interval, TextBuffer text)
    {
        var start = text.Length;
        var (years, months) = (interval.Months / 12, interval.Months % 12);
        var afterNegative = false;
        Part(years, "year", start, ref afterNegative, text);
        Part(months, "mon", start, ref afterNegative, text);
        Part(interval.Days, "day", start, ref afterNegative, text);
        if (interval.Microseconds == 0 && text.Length > start)
        {
            return;
        }

        if (text.Length > start)
        {
            text.Append(' ');
        }

        if (interval.Microseconds < 0)
        {
            text.Append('-');
        }
        else if (afterNegative)
        {
            text.Append('+');
        }

        Time(interval.Microseconds, text);
    }

    static void Part(int value, string unit, int start, ref bool afterNegative, TextBuffer text)
    {
        if (value == 0)
        {
            return;
        }

        if (text.Length > start)
        {
            text.Append(' ');
        }

        if (afterNegative && value > 0)
        {
            text.Append('+');
        }

        text.Append(value);
        text.Append(' ');
        text.Append(unit);
        if (value != 1)
        {
            text.Append('s');
        }

        afterNegative = value < 0;
    }

    static void Time(long microseconds, TextBuffer text)
    {
        var (seconds, fraction) = Int128.DivRem(Int128.Abs(microseconds), CalendarTime.MicrosecondsPerSecond);
        text.Append((long)seconds / 3_600, 2);
        text.Append(':');
        text.Append((long)seconds / 60 % 60, 2);
        text.Append(':');
        text.Append((long)seconds % 60, 2);
        if (fraction > 0)
        {
            Span<char> digits = stackalloc char[6];
            ((long)fraction).TryFormat(digits, out _, "000000", CultureInfo.InvariantCulture);
            text.Append('.');
            text.Append(digits.TrimEnd('0'));
        }
    }
}
