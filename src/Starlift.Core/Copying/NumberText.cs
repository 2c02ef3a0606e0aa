using System.Globalization;

namespace Starlift.Copying;

/// <summary>
/// A JSON number with a fraction or an exponent is a double on Redshift; integral ones then show no fraction, so that
/// 1541077528796.0 fills a BIGINT.
/// </summary>
static class NumberText
{
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

    /// <returns>How many bytes were written to <paramref name="target"/>, which must hold 400.</returns>
    public static int Format(double value, Span<byte> target)
    {
        var integral = value == Math.Truncate(value) && double.IsFinite(value);
        value.TryFormat(target, out var written, integral ? "F0" : "R", CultureInfo.InvariantCulture);
        return integral && target[..written].SequenceEqual("-0"u8) ? Zero(target) : written;
    }

    static int Zero(Span<byte> target)
    {
        target[0] = (byte)'0';
        return 1;
    }
}
