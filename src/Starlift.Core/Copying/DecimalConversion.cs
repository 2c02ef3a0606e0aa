using System.Globalization;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>
/// Text and doubles to DECIMAL(p,s): decimals beyond the scale are cut, or rounded half up with ROUNDEC (Amazon Redshift: "Data
/// conversion parameters").
/// </summary>
static class DecimalConversion
{
    const int MaxDigits = 38;
    static readonly Int128[] Powers = [.. Enumerable.Range(0, MaxDigits + 1).Select(PowerOf)];

    /// <param name="text">Sign, digits, point, digits, exponent (up to 10,000); blanks around them allowed.</param>
    /// <param name="type">DECIMAL with its precision and scale.</param>
    /// <param name="round">ROUNDEC.</param>
    /// <param name="unscaled">The value times 10^scale.</param>
    /// <param name="isCut">The text has digits below the scale that are not 0.</param>
    /// <param name="error">Set where the result is false.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, SqlType type, bool round, out Int128 unscaled, out bool isCut, out ConversionError error)
    {
        unscaled = 0;
        isCut = false;
        error = default;
        var number = text.Trim(" \t\r\n"u8);
        var negative = number.Length > 0 && number[0] == '-';
        if (number.Length > 0 && number[0] is (byte)'-' or (byte)'+')
        {
            number = number[1..];
        }

        if (!TryReadExponent(ref number, out var exponent))
        {
            return Fail(LoadErrorCode.DecimalFormat, "Invalid numeric format", out error);
        }

        var point = number.IndexOf((byte)'.');
        var whole = point < 0 ? number : number[..point];
        var fraction = point < 0 ? [] : number[(point + 1)..];
        if (whole.Length + fraction.Length == 0 || HasNonDigit(whole) || HasNonDigit(fraction))
        {
            return Fail(LoadErrorCode.DecimalFormat, "Invalid numeric format", out error);
        }

        // The digit at index i counts 10^(pointAt - 1 - i); those from index "kept" on are below the scale.
        var pointAt = (long)whole.Length + exponent;
        var kept = pointAt + type.Scale;
        for (long i = 0; i < kept; i++)
        {
            // Looked at before it is multiplied: 39 digits do not fit into 128 bits.
            if (unscaled >= Powers[type.Precision - 1])
            {
                return Fail(LoadErrorCode.OutOfRange, $"Overflow for NUMERIC({type.Precision},{type.Scale})", out error);
            }

            unscaled = (unscaled * 10) + DigitAt(whole, fraction, i);
        }

        for (var i = Math.Max(0, kept); i < whole.Length + fraction.Length && !isCut; i++)
        {
            isCut = DigitAt(whole, fraction, i) != 0;
        }

        if (round && kept >= 0 && DigitAt(whole, fraction, kept) >= 5)
        {
            unscaled++;
        }

        return Finish(negative, type, ref unscaled, out error);
    }

    /// <summary>Cuts or rounds the double's text, so that 269.58322 becomes 269.58321 at scale 5 and -100.30953 stays as it is, as on Redshift.</summary>
    public static bool TryConvert(double value, SqlType type, bool round, out Int128 unscaled, out ConversionError error)
    {
        if (!double.IsFinite(value))
        {
            unscaled = 0;
            return Fail(LoadErrorCode.OutOfRange, $"Overflow for NUMERIC({type.Precision},{type.Scale})", out error);
        }

        Span<byte> text = stackalloc byte[NumberText.MaxLength];
        return TryParse(text[..NumberText.Format(value, text)], type, round, out unscaled, out _, out error);
    }

    static bool Finish(bool negative, SqlType type, ref Int128 unscaled, out ConversionError error)
    {
        // DECIMAL(19,0) and below are stored in eight bytes, whatever the digits would allow ("Numeric types").
        if (unscaled >= Powers[type.Precision] || (type.Precision == 19 && unscaled > long.MaxValue))
        {
            return Fail(LoadErrorCode.OutOfRange, $"Overflow for NUMERIC({type.Precision},{type.Scale})", out error);
        }

        unscaled = negative ? -unscaled : unscaled;
        error = default;
        return true;
    }

    static bool TryReadExponent(ref ReadOnlySpan<byte> number, out int exponent)
    {
        exponent = 0;
        var at = number.IndexOfAny((byte)'e', (byte)'E');
        if (at < 0)
        {
            return true;
        }

        var written = number[(at + 1)..];
        number = number[..at];
        return int.TryParse(written, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && exponent is >= -10_000 and <= 10_000;
    }

    static int DigitAt(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long index) =>
        index < whole.Length ? whole[(int)index] - '0' : index - whole.Length < fraction.Length ? fraction[(int)(index - whole.Length)] - '0' : 0;

    static bool HasNonDigit(ReadOnlySpan<byte> text) => text.ContainsAnyExceptInRange((byte)'0', (byte)'9');

    static bool Fail(LoadErrorCode code, string reason, out ConversionError error)
    {
        error = new ConversionError(code, reason);
        return false;
    }

    static Int128 PowerOf(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}
