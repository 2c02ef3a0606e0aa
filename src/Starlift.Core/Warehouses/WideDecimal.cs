using System.Globalization;
using System.Numerics;

namespace Starlift.Warehouses;

/// <summary>A DECIMAL of more digits than <see cref="decimal"/> holds, exact and with its scale. Equal are values of the same digits and scale.</summary>
/// <param name="Unscaled">The number without its point.</param>
/// <param name="Scale">Digits behind the point; not negative.</param>
public readonly record struct WideDecimal(BigInteger Unscaled, int Scale) : IFormattable
{
    static readonly BigInteger LargestDecimal = new(decimal.MaxValue);

    const int LargestScale = 28;

    /// <summary>As a <see cref="decimal"/> where that holds it with its scale, else as it is.</summary>
    public static object Of(BigInteger unscaled, int scale)
    {
        if (scale > LargestScale || BigInteger.Abs(unscaled) > LargestDecimal)
        {
            return new WideDecimal(unscaled, scale);
        }

        var digits = decimal.GetBits((decimal)BigInteger.Abs(unscaled));
        return new decimal(digits[0], digits[1], digits[2], unscaled.Sign < 0, (byte)scale);
    }

    /// <summary>The same of a text: a sign, digits, a point and digits; the text itself where it is anything else, such as NaN.</summary>
    public static object Of(string text)
    {
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? text : text.Remove(point, 1);
        return BigInteger.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var unscaled)
            ? Of(unscaled, point < 0 ? 0 : text.Length - point - 1)
            : text;
    }

    /// <summary>Digits and a point, in every culture.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public override string ToString()
    {
        var digits = BigInteger.Abs(Unscaled).ToString(CultureInfo.InvariantCulture).PadLeft(Scale + 1, '0');
        var sign = Unscaled.Sign < 0 ? "-" : "";
        return Scale == 0 ? sign + digits : $"{sign}{digits[..^Scale]}.{digits[^Scale..]}";
    }
}
