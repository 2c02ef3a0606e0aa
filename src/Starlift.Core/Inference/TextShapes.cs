using System.Text;
using System.Text.RegularExpressions;
using Starlift.Sql.Values.Dates;

namespace Starlift.Inference;

/// <summary>Tells shapes of texts. A date or time has one only where Redshift's automatic recognition reads it.</summary>
static partial class TextShapes
{
    /// <summary>A longer text is none of these shapes.</summary>
    const int Longest = 40;

    public static TextShape Of(string text)
    {
        if (text.Length is 0 or > Longest || !(char.IsAsciiDigit(text[0]) || text[0] == '-'))
        {
            return TextShape.Other;
        }

        if (Number().Match(text) is { Success: true } number)
        {
            return number.Groups["fraction"].Success ? TextShape.Decimal : TextShape.Integer;
        }

        return Time().Match(text) is { Success: true } time && IsReal(text, time) ? ShapeOf(time) : TextShape.Other;
    }

    static TextShape ShapeOf(Match time)
    {
        var zone = time.Groups["zone"];
        return !time.Groups["hour"].Success ? TextShape.Date
            : time.Groups["fraction"].Length > 6 ? TextShape.FineTime
            : !zone.Success ? TextShape.LocalTime
            : zone.Value is "Z" or "z" || zone.Value.All(letter => letter is '+' or '-' or '0' or ':') ? TextShape.UtcTime
            : TextShape.OffsetTime;
    }

    static bool IsReal(string text, Match time)
    {
        var fraction = time.Groups["fraction"];
        var readable = fraction.Length > 6 ? text.Remove(fraction.Index + 6, fraction.Length - 6) : text;
        return AutomaticDateTime.TryRead(Encoding.UTF8.GetBytes(readable), out var fields) && fields.TryGetTimestamp(toUtc: false, out _);
    }

    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]*)(?<fraction>\.[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^\d{4}-\d\d-\d\d(?:[T ](?<hour>\d\d):\d\d(?::\d\d(?:\.(?<fraction>\d{1,12}))?)?(?<zone>Z|z|[+-]\d\d(?::?\d\d)?)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Time();
}
