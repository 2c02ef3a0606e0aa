using System.Globalization;

namespace Starlift.Copying;

/// <summary>
/// A JSON number with a fraction or an exponent is a double on Redshift. An integral one then shows no fraction, so that
/// 1541077528796.0 fills a BIGINT; any other shows 17 significant digits without trailing zeros, as C's %.17g does: 231.52281 is
/// 231.52280999999999 in a VARCHAR, as real clusters show it.
/// </summary>
static class NumberText
{
    /// <summary>The longest text of a number: an integral double's 309 digits and a sign, with room.</summary>
    public const int MaxLength = 400;

    /// <param name="literal">A number by JSON's grammar; one beyond a double's range becomes infinite.</param>
    public static double ToDouble(ReadOnlySpan<byte> literal) =>
        double.Parse(literal, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>
    /// The text of a literal with nothing but zeros behind its point, told without a double: 1541077528796.0. Fifteen digits are exact in
    /// one. False where it has to be calculated.
    /// </summary>
    public static bool TryWhole(ReadOnlySpan<byte> literal, out ReadOnlySpan<byte> text)
    {
        var point = literal.IndexOf((byte)'.');
        text = point is > 0 and <= 15 ? literal[..point] : default;
        return !text.IsEmpty && text[0] != '-' && !literal[(point + 1)..].ContainsAnyExcept((byte)'0');
    }

    /// <returns>How many bytes were written to <paramref name="target"/>, which must hold <see cref="MaxLength"/>.</returns>
    public static int Format(double value, Span<byte> target)
    {
        var integral = value == Math.Truncate(value) && double.IsFinite(value);
        value.TryFormat(target, out var written, integral ? "F0" : "g17", CultureInfo.InvariantCulture);
        return integral && target[..written].SequenceEqual("-0"u8) ? Zero(target) : written;
    }

    static int Zero(Span<byte> target)
    {
        target[0] = (byte)'0';
        return 1;
    }
}
