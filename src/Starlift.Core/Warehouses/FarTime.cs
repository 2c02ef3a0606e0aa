using System.Globalization;

namespace Starlift.Warehouses;

/// <summary>
/// Days and moments as an engine counts them. Where .NET has no such value, they are the text that PostgreSQL writes: 12018-11-01 21:01:46,
/// 0044-03-15 BC, infinity.
/// </summary>
public static class FarTime
{
    public const string Infinity = "infinity";

    const long DaysBefore1970 = 719_162;
    const long TicksBefore1970 = DaysBefore1970 * TimeSpan.TicksPerDay;
    const long MicrosecondsPerDay = TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond;

    /// <param name="days">Since 1970-01-01.</param>
    public static object Date(long days) =>
        days >= -DaysBefore1970 && days <= DateOnly.MaxValue.DayNumber - DaysBefore1970 ? DateOnly.FromDayNumber((int)(days + DaysBefore1970)) : Calendar(days, "");

    /// <param name="microseconds">Since 1970-01-01.</param>
    public static object Timestamp(long microseconds) => TicksOf(microseconds) is { } ticks ? new DateTime(ticks) : TextOf(microseconds, zone: "");

    /// <param name="microseconds">Since 1970-01-01, in UTC.</param>
    public static object TimestampTz(long microseconds) =>
        TicksOf(microseconds) is { } ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : TextOf(microseconds, zone: "+00");

    /// <param name="microseconds">Since midnight; 24:00:00 at most.</param>
    public static object Time(long microseconds) =>
        microseconds < MicrosecondsPerDay ? new TimeOnly(microseconds * TimeSpan.TicksPerMicrosecond) : Clock(microseconds);

    /// <summary>hh:mm:ss and as many digits of the second as there are.</summary>
    public static string Clock(long microseconds)
    {
        var (seconds, fraction) = Math.DivRem(microseconds, 1_000_000);
        var clock = string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        return fraction == 0 ? clock : $"{clock}.{fraction.ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0')}";
    }

    static long? TicksOf(long microseconds) =>
        (Int128)microseconds * TimeSpan.TicksPerMicrosecond + TicksBefore1970 is var ticks && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? (long)ticks : null;

    static string TextOf(long microseconds, string zone)
    {
        var days = microseconds / MicrosecondsPerDay - (microseconds % MicrosecondsPerDay < 0 ? 1 : 0);
        return Calendar(days, $" {Clock(microseconds - (days * MicrosecondsPerDay))}{zone}");
    }

    // Days of the Gregorian calendar, counted from the March of year 0 on, whose years end with the leap day.
    static string Calendar(long days, string clock)
    {
        var shifted = days + 719_468;
        var era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097;
        var dayOfEra = shifted - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var month = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * month) + 2) / 5) + 1;
        month += month < 10 ? 3 : -9;
        var year = yearOfEra + (era * 400) + (month <= 2 ? 1 : 0);
        return string.Create(CultureInfo.InvariantCulture, $"{(year > 0 ? year : 1 - year):0000}-{month:00}-{day:00}{clock}{(year > 0 ? "" : " BC")}");
    }
}
