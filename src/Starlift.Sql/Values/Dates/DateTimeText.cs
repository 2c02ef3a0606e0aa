using System.Globalization;
using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>
/// Texts as DATE, TIME, TIMETZ, TIMESTAMP and TIMESTAMPTZ (Amazon Redshift: "Date, time, and timestamp literals", "Datetime types"). Every form
/// is taken that the pages show; months come first in <c>1/8/1999</c>.
/// </summary>
public static class DateTimeText
{
    const int LongestText = 128;

    /// <summary>Days since 1970-01-01. A time of day in the text is dropped.</summary>
    /// <param name="text">In UTF-8; blanks around it don't count.</param>
    /// <param name="now">What <c>now</c>, <c>today</c>, <c>tomorrow</c> and <c>yesterday</c> count from: microseconds since 1970-01-01, in the session's zone.</param>
    /// <exception cref="ValueException">The text is no date.</exception>
    public static int Date(ReadOnlySpan<byte> text, long now) =>
        (int)CalendarTime.FloorDivide(Read(text, now, "date", out _), CalendarTime.MicrosecondsPerDay);

    /// <summary>Microseconds since 1970-01-01 00:00:00. A zone in the text is ignored.</summary>
    /// <exception cref="ValueException">The text is no timestamp.</exception>
    public static long Timestamp(ReadOnlySpan<byte> text, long now) => Read(text, now, "timestamp", out _);

    /// <summary>Microseconds since 1970-01-01 00:00:00 UTC. Without a zone in the text the session's counts.</summary>
    /// <exception cref="ValueException">The text is no timestamp.</exception>
    public static long TimestampTz(ReadOnlySpan<byte> text, long now, Zone session)
    {
        var local = Read(text, now, "timestamp with time zone", out var fields);
        return fields.Offset is { } offset ? local - (offset.Ticks / TimeSpan.TicksPerMicrosecond)
            : fields.Zone is { } zone ? new Zone(zone).ToUtc(local)
            : fields.IsAbsolute ? local
            : session.ToUtc(local);
    }

    /// <summary>True where the text itself says what time in UTC it is: it has a zone, or it is <c>epoch</c>.</summary>
    public static bool HasZone(ReadOnlySpan<byte> text)
    {
        Read(text, 0, "timestamp with time zone", out var fields);
        return fields.Offset is not null || fields.Zone is not null || fields.IsAbsolute;
    }

    /// <summary>Microseconds since midnight, 24:00:00 included. A date and a zone in the text are ignored.</summary>
    /// <exception cref="ValueException">The text is no time.</exception>
    public static long Time(ReadOnlySpan<byte> text, long now) => Time(text, now, "time", out _);

    /// <summary>Microseconds since midnight, and the zone's offset in seconds east of Greenwich.</summary>
    /// <exception cref="ValueException">The text is no time.</exception>
    public static (long Microseconds, int Offset) TimeTz(ReadOnlySpan<byte> text, long now, Zone session)
    {
        var time = Time(text, now, "time with time zone", out var fields);
        var offset = fields.Offset is { } written ? written.Ticks / TimeSpan.TicksPerMicrosecond
            : (fields.Zone is { } zone ? new Zone(zone) : session).OffsetOfLocal(fields.TryGetTimestamp(false, out var local) ? local : now);
        return (time, (int)(offset / CalendarTime.MicrosecondsPerSecond));
    }

    static long Read(ReadOnlySpan<byte> text, long now, string type, out CalendarFields fields)
    {
        var trimmed = text.Trim(" \t\r\n"u8);
        if (Special(trimmed, now, out fields) is { } special)
        {
            return special;
        }

        if (trimmed.IsEmpty || trimmed.Length > LongestText || !TryRead(trimmed, out fields) || (fields.JulianDay is null && fields.Year is null))
        {
            throw Bad(text, type);
        }

        return fields.Hour == 24 && fields is { Minute: 0, Second: 0, Microsecond: 0, Afternoon: null } && fields.TryGetDays(out var days)
            ? (days + 1) * CalendarTime.MicrosecondsPerDay
            : fields.TryGetTimestamp(false, out var microseconds) ? microseconds : throw OutOfRange(text);
    }

    static long Time(ReadOnlySpan<byte> text, long now, string type, out CalendarFields fields)
    {
        var trimmed = text.Trim(" \t\r\n"u8);
        if (Special(trimmed, now, out fields) is { } special)
        {
            return special - (CalendarTime.FloorDivide(special, CalendarTime.MicrosecondsPerDay) * CalendarTime.MicrosecondsPerDay);
        }

        if (trimmed.IsEmpty || trimmed.Length > LongestText || !trimmed.ContainsAnyInRange((byte)'0', (byte)'9') || !TryReadTime(trimmed, out fields))
        {
            throw Bad(text, type);
        }

        return fields is { Hour: 24, Minute: 0, Second: 0, Microsecond: 0, Afternoon: null } ? CalendarTime.MicrosecondsPerDay
            : fields.TryGetTimeOfDay(out var microseconds) ? microseconds
            : throw OutOfRange(text);
    }

    static bool TryRead(ReadOnlySpan<byte> text, out CalendarFields fields)
    {
        if (!AutomaticDateTime.TryReadParts(new TextCursor(text) { RoundsFractions = true }, out fields))
        {
            return false;
        }

        // 17.12.1997 stands on the page, though months come first
        if (fields is { Month: > 12, Day: <= 12 } && text.IndexOf((byte)'.') is 1 or 2)
        {
            (fields.Month, fields.Day) = (fields.Day, fields.Month);
        }

        return true;
    }

    /// <summary>040506, 04:05 PM, 04:05:06-08, or a time behind a date.</summary>
    static bool TryReadTime(ReadOnlySpan<byte> text, out CalendarFields fields)
    {
        var cursor = new TextCursor(text) { RoundsFractions = true };
        var digits = cursor.Digits();
        if (digits.Length is 4 or 6 && (cursor.AtEnd || cursor.Next is (byte)'.' or (byte)' ' or (byte)'+' or (byte)'-') && !IsDate(text))
        {
            var number = int.Parse(digits, CultureInfo.InvariantCulture) * (digits.Length == 4 ? 100 : 1);
            fields = new CalendarFields { Hour = number / 10_000, Minute = number / 100 % 100, Second = number % 100 };
            return cursor.TryTakeFraction(out fields.Microsecond) && TryTakeRest(ref cursor, ref fields);
        }

        cursor.At = 0;
        if (cursor.TryTakeUpTo(2, out var hour) && cursor.Next == ':')
        {
            cursor.At = 0;
            fields = default;
            return AutomaticDateTime.TryTakeTime(ref cursor, ref fields) && TryTakeRest(ref cursor, ref fields);
        }

        return TryRead(text, out fields);
    }

    static bool IsDate(ReadOnlySpan<byte> text) => text.Contains((byte)':') || text.Count((byte)'-') > 1;

    /// <summary>AM, PM and a zone behind a time.</summary>
    static bool TryTakeRest(ref TextCursor text, ref CalendarFields fields)
    {
        for (text.SkipBlanks(); !text.AtEnd; text.SkipBlanks())
        {
            var start = text.At;
            var word = text.Letters();
            if (Ascii.EqualsIgnoreCase(word, "am"u8) || Ascii.EqualsIgnoreCase(word, "pm"u8))
            {
                fields.Afternoon = word[0] is (byte)'p' or (byte)'P';
                continue;
            }

            text.At = start;
            if (fields.Offset is not null || fields.Zone is not null || !TimeZones.TryTake(ref text, ref fields))
            {
                return false;
            }
        }

        return true;
    }

    static long? Special(ReadOnlySpan<byte> text, long now, out CalendarFields fields)
    {
        fields = default;
        if (text.Length is < 3 or > 9 || char.IsAsciiDigit((char)text[0]))
        {
            return null;
        }

        var today = CalendarTime.FloorDivide(now, CalendarTime.MicrosecondsPerDay) * CalendarTime.MicrosecondsPerDay;
        if (Ascii.EqualsIgnoreCase(text, "epoch"u8))
        {
            fields.IsAbsolute = true;
            return 0;
        }

        return Ascii.EqualsIgnoreCase(text, "now"u8) ? now
            : Ascii.EqualsIgnoreCase(text, "today"u8) ? today
            : Ascii.EqualsIgnoreCase(text, "tomorrow"u8) ? today + CalendarTime.MicrosecondsPerDay
            : Ascii.EqualsIgnoreCase(text, "yesterday"u8) ? today - CalendarTime.MicrosecondsPerDay
            : Ascii.EqualsIgnoreCase(text, "allballs"u8) ? today
            : null;
    }

    static ValueException Bad(ReadOnlySpan<byte> text, string type) =>
        new(SqlStates.InvalidDatetimeFormat, $"invalid input syntax for type {type}: \"{Encoding.UTF8.GetString(text)}\"");

    static ValueException OutOfRange(ReadOnlySpan<byte> text) =>
        new(SqlStates.DatetimeFieldOverflow, $"date/time field value out of range: \"{Encoding.UTF8.GetString(text)}\"");
}
