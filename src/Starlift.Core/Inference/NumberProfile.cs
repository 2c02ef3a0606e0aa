using System.Globalization;
using System.Numerics;

namespace Starlift.Inference;

/// <summary>The numbers that were seen at one path, by their digits as they are written.</summary>
sealed class NumberProfile
{
    /// <summary>1990 and 2100 in seconds since 1970: what counts as a time where a name says that it is one.</summary>
    const long FirstSecond = 631_152_000;
    const long LastSecond = 4_102_444_800;

    /// <summary>A double holds so many digits of any number.</summary>
    const int DigitsOfDoubles = 15;

    /// <summary>Written without a point and without an exponent.</summary>
    public long Integers { get; private set; }

    /// <summary>Those with a point or an exponent that are whole all the same: 1541077528796.0.</summary>
    public long WholeFractions { get; private set; }

    /// <summary>The others.</summary>
    public long Fractions { get; private set; }

    public BigInteger MinInteger { get; private set; }

    public BigInteger MaxInteger { get; private set; }

    public double Min { get; private set; } = double.PositiveInfinity;

    public double Max { get; private set; } = double.NegativeInfinity;

    /// <summary>Digits before the point.</summary>
    public int MaxWholeDigits { get; private set; }

    /// <summary>Digits behind the point.</summary>
    public int MaxScale { get; private set; }

    /// <summary>Fractions with more digits than a double holds.</summary>
    public long Inexact { get; private set; }

    /// <summary>Integers that may be seconds since 1970, and those that may be milliseconds.</summary>
    public long Seconds { get; private set; }

    /// <inheritdoc cref="Seconds"/>
    public long Milliseconds { get; private set; }

    public long Count => Integers + WholeFractions + Fractions;

    public bool AreAllSeconds => Seconds > 0 && Seconds == Count;

    public bool AreAllMilliseconds => Milliseconds > 0 && Milliseconds == Count;

    /// <param name="literal">A number by JSON's grammar.</param>
    public void Add(string literal)
    {
        var value = double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);
        (Min, Max) = (Math.Min(Min, value), Math.Max(Max, value));
        if (literal.AsSpan().IndexOfAny('.', 'e', 'E') < 0)
        {
            AddInteger(BigInteger.Parse(literal, CultureInfo.InvariantCulture));
            return;
        }

        var (whole, scale, significant) = DigitsOf(literal);
        MaxWholeDigits = Math.Max(MaxWholeDigits, whole);
        if (scale == 0)
        {
            WholeFractions++;
            return;
        }

        Fractions++;
        MaxScale = Math.Max(MaxScale, scale);
        Inexact += significant > DigitsOfDoubles ? 1 : 0;
    }

    void AddInteger(BigInteger value)
    {
        (MinInteger, MaxInteger) = Integers == 0 ? (value, value) : (BigInteger.Min(MinInteger, value), BigInteger.Max(MaxInteger, value));
        Integers++;
        MaxWholeDigits = Math.Max(MaxWholeDigits, BigInteger.Abs(value).ToString(CultureInfo.InvariantCulture).Length);
        Seconds += value >= FirstSecond && value < LastSecond ? 1 : 0;
        Milliseconds += value >= FirstSecond * 1_000 && value < LastSecond * 1_000 ? 1 : 0;
    }

    static (int Whole, int Scale, int Significant) DigitsOf(string literal)
    {
        var parts = literal.TrimStart('-').Split('e', 'E');
        var exponent = parts.Length > 1 ? int.Parse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var digits = parts[0].Replace(".", "", StringComparison.Ordinal);
        var before = (point < 0 ? digits.Length : point) + exponent;
        var trimmed = digits.TrimEnd('0');
        return (Math.Max(before, 1), Math.Max(trimmed.Length - before, 0), trimmed.TrimStart('0').Length);
    }
}
