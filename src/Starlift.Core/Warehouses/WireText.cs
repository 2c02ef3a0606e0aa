using System.Globalization;

namespace Starlift.Warehouses;

/// <summary>
/// Values from the text that PostgreSQL and Redshift write them as, with DateStyle ISO. Where .NET has no such value, the text itself: the
/// years of .NET are 1 to 9999, and infinity is no time.
/// </summary>
public static class WireText
{
    public static object Date(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : text;

    /// <summary>24:00:00 is none of .NET's.</summary>
    public static object Time(string text) => TimeOnly.TryParseExact(text, "HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : text;

    public static object Timestamp(string text) => DateTime.TryParseExact(
        text, "yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : text;

    public static object TimestampTz(string text) => DateTimeOffset.TryParseExact(
        WithMinutes(text), "yyyy-MM-dd HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant : text;

    // +00 is written without minutes.
    static string WithMinutes(string text) => text.Length > 3 && text[^3] is '+' or '-' ? $"{text}:00" : text;
}
