using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Reports;

/// <summary>How the page writes numbers, times and names.</summary>
static class PageText
{
    const int MostCharacters = 300;

    static readonly string[] ByteUnits = ["bytes", "kB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>1,234.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>1,234 rows, or 1 row.</summary>
    public static string Count(long count, string one, string many) => $"{Count(count)} {(count == 1 ? one : many)}";

    /// <summary>12.3 MB.</summary>
    public static string Bytes(long bytes)
    {
        var unit = 0;
        double value = bytes;
        while (value >= (unit == 0 ? 1000 : 999.95) && unit < ByteUnits.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return $"{value.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture)} {ByteUnits[unit]}";
    }

    /// <summary>350 ms, 1.2 s, 2 min 5 s.</summary>
    public static string Duration(TimeSpan duration) =>
        duration.TotalSeconds < 1 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:0} ms")
        : duration.TotalSeconds < 60 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0.0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(duration.TotalMinutes):0} min {duration.Seconds} s");

    /// <summary>2018-11-30 14:05 UTC.</summary>
    public static string Moment(DateTime time) => $"{time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";

    /// <summary>A large figure for people: 1,234, 691,999.40 or 0.000123456, with all digits that it has; the value as it is where it is no number.</summary>
    public static string Figure(object? value) => value switch
    {
        null => "–",
        double number when double.IsFinite(number) => Grouped(Digits(number)),
        float number when float.IsFinite(number) => Grouped(Digits(number)),
        _ when ResultText.IsNumber(value) => Grouped(ResultText.Of(value)),
        _ => Short(ResultText.Of(value)),
    };

    /// <summary>Cut where it is longer than a table can show.</summary>
    public static string Short(string text) =>
        text.Length <= MostCharacters ? text : $"{text[..(char.IsHighSurrogate(text[MostCharacters - 1]) ? MostCharacters - 1 : MostCharacters)]}…";

    /// <summary>"sparkify" → "Sparkify", "music_service" → "Music service".</summary>
    public static string Heading(string name)
    {
        var words = name.Replace('_', ' ').Replace('-', ' ').Trim();
        return words.Length == 0 ? name : char.ToUpperInvariant(words[0]) + words[1..];
    }

    // What a sum of doubles has behind its 15th digit is no digit of the data. 6 are those of a REAL.
    static string Digits(double number) => number.ToString("G15", CultureInfo.InvariantCulture);

    static string Digits(float number) => number.ToString("G6", CultureInfo.InvariantCulture);

    static string Grouped(string number)
    {
        var first = number[0] == '-' ? 1 : 0;
        var end = number.AsSpan(first).IndexOfAnyExceptInRange('0', '9') is >= 0 and var other ? first + other : number.Length;
        for (var at = end - 3; at > first; at -= 3)
        {
            number = number.Insert(at, ",");
        }

        return number;
    }
}
