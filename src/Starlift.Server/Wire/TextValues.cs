using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Server.Wire;

/// <summary>Values as the text format has them: as Redshift prints them with its default settings.</summary>
/// <param name="exactFloats">Floating point numbers have all the digits that tell them from others, as with extra_float_digits above 0; else 15, and REAL 6.</param>
sealed class TextValues(bool exactFloats)
{
    public void Write(MessageWriter writer, object? value)
    {
        switch (value)
        {
            case null or DBNull:
                writer.Null();
                return;
            case string whole:
                writer.Value(whole);
                return;
            case bool truth:
                writer.Value(truth ? "t" : "f");
                return;
            case long number:
                writer.Number(number);
                return;
            case int small:
                writer.Number(small);
                return;
            case decimal digits:
                writer.Number(digits);
                return;
            case DateTime time:
                writer.Time(time);
                return;
            case DateOnly date:
                writer.Date(date);
                return;
            case DateTimeOffset instant:
                writer.Value(ShortZone(instant.ToString("yyyy-MM-dd HH:mm:ss.FFFFFFzzz", CultureInfo.InvariantCulture)));
                return;
            case double number:
                writer.Value(Float(number, exactFloats ? number.ToString("R", CultureInfo.InvariantCulture) : number.ToString("E14", CultureInfo.InvariantCulture), 15));
                return;
            case float number:
                writer.Value(Float(number, exactFloats ? number.ToString("R", CultureInfo.InvariantCulture) : number.ToString("E5", CultureInfo.InvariantCulture), 6));
                return;
            default:
                writer.Value(ResultText.Of(value));
                return;
        }
    }

    // +00:00 is written without minutes.
    static string ShortZone(string text) => text.EndsWith(":00", StringComparison.Ordinal) && text[^6] is '+' or '-' ? text[..^3] : text;

    /// <summary>As C's %g writes them.</summary>
    static string Float(double value, string text, int digits)
    {
        if (!double.IsFinite(value))
        {
            return double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }

        var sign = text[0] == '-' ? "-" : "";
        var (mantissa, exponent) = Parts(text.TrimStart('-'));
        if (exponent < -4 || exponent >= digits)
        {
            var fraction = mantissa.Length > 1 ? $".{mantissa[1..]}" : "";
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{mantissa[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}");
        }

        return exponent < 0 ? $"{sign}0.{new string('0', -exponent - 1)}{mantissa}"
            : mantissa.Length <= exponent + 1 ? $"{sign}{mantissa.PadRight(exponent + 1, '0')}"
            : $"{sign}{mantissa[..(exponent + 1)]}.{mantissa[(exponent + 1)..]}";
    }

    /// <summary>The digits without zeros at either end, and the power of ten of the first of them.</summary>
    static (string Digits, int Exponent) Parts(string text)
    {
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var number = e < 0 ? text : text[..e];
        var point = number.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? number.Length : point;
        var digits = number.Replace(".", "", StringComparison.Ordinal);
        var first = digits.AsSpan().IndexOfAnyExcept('0');
        return first < 0 ? ("0", 0) : (digits[first..].TrimEnd('0'), exponent + whole - first - 1);
    }
}
