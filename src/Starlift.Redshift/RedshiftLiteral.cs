using System.Globalization;

namespace Starlift.Redshift;

/// <summary>Values as literals of SQL.</summary>
static class RedshiftLiteral
{
    /// <summary>The candidates for standing in for a backslash, private to whoever uses them; one that the text does not hold is taken.</summary>
    const char FirstStandIn = '\uE000';
    const char LastStandIn = '\uF8FF';

    /// <summary>
    /// The value as an expression. A text never has a backslash in its quotes: whether that is an escape there depends on a setting, and
    /// a text that reads differently than it was written could end early.
    /// </summary>
    /// <param name="value">Of a kind that a query yields.</param>
    public static string Of(object? value) => value switch
    {
        null => "null",
        bool truth => truth ? "true" : "false",
        string text => OfText(text),
        byte[] bytes => $"to_varbyte('{Convert.ToHexStringLower(bytes)}', 'hex')",
        DateOnly date => $"'{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}'",
        TimeOnly time => $"'{time.ToString("HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}'",
        DateTime moment => $"'{moment.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}'",
        DateTimeOffset instant => $"'{instant.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture)}+00'",
        double number when !double.IsFinite(number) => $"'{number.ToString(CultureInfo.InvariantCulture)}'::float8",
        float number when !float.IsFinite(number) => $"'{number.ToString(CultureInfo.InvariantCulture)}'::float4",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => OfText(value.ToString() ?? ""),
    };

    static string OfText(string text)
    {
        // No text of Redshift's holds NUL.
        var quoted = $"'{text.Replace("'", "''", StringComparison.Ordinal).Replace('\0', '\uFFFD')}'";
        if (!text.Contains('\\'))
        {
            return quoted;
        }

        for (var standIn = FirstStandIn; standIn <= LastStandIn; standIn++)
        {
            if (!text.Contains(standIn))
            {
                return $"replace({quoted.Replace('\\', standIn)}, '{standIn}', chr(92))";
            }
        }

        throw new ArgumentException("a text that holds every private character and a backslash", nameof(text));
    }
}
