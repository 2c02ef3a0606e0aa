using System.Globalization;

namespace Starlift.Sql.Values.Numbers;

/// <summary>
/// REAL and DOUBLE PRECISION as texts: 6 and 15 significant digits, exponents of two digits at least (Amazon Redshift: "extra_float_digits";
/// PostgreSQL 8.0 writes them as C's %g does).
/// </summary>
public static class FloatText
{
    public const int DoubleDigits = 15;

    public const int RealDigits = 6;

    public static void Write(double value, int digits, TextBuffer text)
    {
        if (!double.IsFinite(value))
        {
            text.Append(double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity");
            return;
        }

        // d.ddde+xx has the digits that count, rounded, and the exponent that decides
        Span<char> scientific = stackalloc char[40];
        value.TryFormat(scientific, out var length, digits == RealDigits ? "e5" : "e14", CultureInfo.InvariantCulture);
        var written = scientific[..length];
        var e = written.IndexOf('e');
        var exponent = int.Parse(written[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (written[0] == '-')
        {
            text.Append('-');
            written = written[1..];
            e--;
        }

        Span<char> significant = stackalloc char[digits];
        significant[0] = written[0];
        written[2..e].CopyTo(significant[1..]);
        significant = significant[..Math.Max(1, ((ReadOnlySpan<char>)significant).LastIndexOfAnyExcept('0') + 1)];
        if (exponent < -4 || exponent >= digits)
        {
            Scientific(significant, exponent, text);
        }
        else if (exponent < 0)
        {
            text.Append("0.");
            text.Append('0', -exponent - 1);
            text.Append(significant);
        }
        else
        {
            var whole = Math.Min(significant.Length, exponent + 1);
            text.Append(significant[..whole]);
            text.Append('0', exponent + 1 - whole);
            if (significant.Length > whole)
            {
                text.Append('.');
                text.Append(significant[whole..]);
            }
        }
    }

    static void Scientific(ReadOnlySpan<char> significant, int exponent, TextBuffer text)
    {
        text.Append(significant[0]);
        if (significant.Length > 1)
        {
            text.Append('.');
            text.Append(significant[1..]);
        }

        text.Append('e');
        text.Append(exponent < 0 ? '-' : '+');
        text.Append(Math.Abs(exponent), 2);
    }
}
