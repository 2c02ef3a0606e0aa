namespace Starlift.Sql.Values.Numbers;

/// <summary>TO_CHAR of numbers (Amazon Redshift: "TO_CHAR function"; PostgreSQL manual: "Template Patterns for Numeric Formatting").</summary>
public static class NumberFormatWriter
{
    const int RomanWidth = 15;

    [ThreadStatic]
    static TextBuffer? _digits;

    /// <param name="number">An optional sign, digits, an optional point: what a DECIMAL or an integer looks like.</param>
    /// <param name="format">How.</param>
    /// <param name="text">Where it goes.</param>
    public static void Write(ReadOnlySpan<char> number, NumberFormat format, TextBuffer text)
    {
        var negative = number is ['-', ..];
        number = negative || number is ['+', ..] ? number[1..] : number;
        var digits = _digits ??= new TextBuffer();
        digits.Clear();
        if (format.IsRoman)
        {
            DigitText.Round(number, 0, digits);
            Roman(digits.Written, negative, format, text);
            return;
        }

        var whole = DigitText.Round(number, format.HasPoint ? format.Scale : 0, digits);
        if (digits.Written.IndexOfAnyExcept('0', '.') < 0)
        {
            negative = false;
        }

        var isTooLong = whole > format.Whole;
        if (isTooLong)
        {
            whole = format.Whole;
            digits.Clear();
            digits.Append('#', format.Whole);
            if (format.HasPoint)
            {
                digits.Append('.');
                digits.Append('#', format.Scale);
            }
        }

        new NumberWriting(format, digits.Written, negative, whole, isTooLong).Write(text);
    }

    static void Roman(ReadOnlySpan<char> digits, bool negative, NumberFormat format, TextBuffer text)
    {
        var numeral = negative || digits.Length > 4 ? "" : RomanNumerals.Write(long.Parse(digits, System.Globalization.CultureInfo.InvariantCulture));
        if (numeral.Length == 0)
        {
            text.Append('#', RomanWidth);
            return;
        }

        text.Append(' ', format.Fills ? 0 : RomanWidth - numeral.Length);
        text.Append(format.IsRomanLower ? numeral.ToLowerInvariant() : numeral);
    }
}
