using System.Globalization;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Numbers;

/// <summary>
/// TEXT_TO_INT_ALT and TEXT_TO_NUMERIC_ALT (Amazon Redshift: "Teradata-style formatting characters for numeric data"). The letters of zoned
/// decimals are those in common use.
/// </summary>
public static class TeradataNumber
{
    const string PlusLetters = "{ABCDEFGHI";
    const string MinusLetters = "}JKLMNOPQR";

    static readonly string[] Currencies = ["US Dollars", "USD", "$"];

    /// <summary>INTEGER: a fraction is cut.</summary>
    /// <exception cref="ValueException">The text is no number, or it is out of range.</exception>
    public static int ToInteger(ReadOnlySpan<char> text, ReadOnlySpan<char> format)
    {
        var (unscaled, scale) = Read(text, format);
        for (; scale > 0; scale--)
        {
            unscaled /= 10;
        }

        return unscaled >= int.MinValue && unscaled <= int.MaxValue ? (int)unscaled
            : throw new ValueException(SqlStates.NumericValueOutOfRange, $"value \"{text}\" is out of range for type integer");
    }

    /// <summary>DECIMAL: halves are rounded to the even neighbour.</summary>
    /// <returns>The value times 10^scale.</returns>
    /// <exception cref="ValueException">The text is no number, or it has too many digits.</exception>
    public static Int128 ToDecimal(ReadOnlySpan<char> text, ReadOnlySpan<char> format, int precision, int scale)
    {
        var (unscaled, read) = Read(text, format);
        for (; read < scale; read++)
        {
            unscaled = Multiplied(unscaled, text);
        }

        if (read > scale)
        {
            var power = Power(read - scale);
            var (quotient, rest) = Int128.DivRem(unscaled, power);
            var twice = Int128.Abs(rest) * 2;
            unscaled = quotient + (twice > power || (twice == power && !Int128.IsEvenInteger(quotient)) ? Int128.Sign(rest) : 0);
        }

        return Int128.Abs(unscaled) < Power(precision) ? unscaled : throw TooLarge(text);
    }

    static (Int128 Unscaled, int Scale) Read(ReadOnlySpan<char> text, ReadOnlySpan<char> format)
    {
        var number = text.Trim(' ');
        if (number.IsEmpty)
        {
            return (0, 0);
        }

        foreach (var currency in Currencies)
        {
            number = number.StartsWith(currency) ? number[currency.Length..].Trim(' ') : number.EndsWith(currency) ? number[..^currency.Length].Trim(' ') : number;
        }

        var isZoned = format.TrimEnd(' ') is [.., 'S' or 's'];
        var impliedScale = format.IndexOfAny('V', 'v') is >= 0 and var v ? Digits(format[(v + 1)..]) : 0;
        var (negative, unscaled, scale, digits, pointSeen) = (false, (Int128)0, 0, 0, false);
        for (var at = 0; at < number.Length; at++)
        {
            var c = number[at];
            switch (c)
            {
                case >= '0' and <= '9':
                    Take(c - '0');
                    break;
                case '.' when !pointSeen:
                    pointSeen = true;
                    break;
                case '-' or '+' when at == 0 || at == number.Length - 1:
                    negative |= c == '-';
                    break;
                case '-' or '/' or ',' or ':' or '%':
                    break;
                case 'E' or 'e' when digits > 0 && !isZoned:
                    scale -= Exponent(number[(at + 1)..], text);
                    at = number.Length;
                    break;
                default:
                    var plus = PlusLetters.IndexOf(c, StringComparison.Ordinal);
                    var minus = MinusLetters.IndexOf(c, StringComparison.Ordinal);
                    if (!isZoned || at != number.Length - 1 || (plus < 0 && minus < 0))
                    {
                        throw Bad(text);
                    }

                    Take(Math.Max(plus, minus));
                    negative |= minus >= 0;
                    break;
            }
        }

        if (digits == 0)
        {
            throw Bad(text);
        }

        scale += pointSeen ? 0 : impliedScale;
        for (; scale < 0; scale++)
        {
            unscaled = Multiplied(unscaled, text);
        }

        // what is that far behind the point is nothing
        for (; scale > 37; scale--)
        {
            unscaled /= 10;
        }

        return (negative ? -unscaled : unscaled, scale);

        void Take(int digit)
        {
            unscaled = digits++ < 38 ? (unscaled * 10) + digit : throw TooLarge("");
            scale += pointSeen ? 1 : 0;
        }
    }

    static int Exponent(ReadOnlySpan<char> digits, ReadOnlySpan<char> text) =>
        int.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) && Math.Abs(exponent) < 100 ? exponent : throw Bad(text);

    /// <summary>The digits that a format asks for: 99, Z9, 9(4).</summary>
    static int Digits(ReadOnlySpan<char> format)
    {
        var count = 0;
        for (var at = 0; at < format.Length; at++)
        {
            if (format[at] is '9' or 'Z' or 'z')
            {
                count++;
            }
            else if (format[at] == '(' && format[at..].IndexOf(')') is > 0 and var end)
            {
                count += int.TryParse(format.Slice(at + 1, end - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var repeats) ? repeats - 1 : 0;
                at += end;
            }
        }

        return count;
    }

    static Int128 Multiplied(Int128 value, ReadOnlySpan<char> text) => Int128.Abs(value) < Power(37) ? value * 10 : throw TooLarge(text);

    static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }

    static ValueException Bad(ReadOnlySpan<char> text) => new(SqlStates.InvalidTextRepresentation, $"invalid input syntax for type numeric: \"{text}\"");

    static ValueException TooLarge(ReadOnlySpan<char> text) => new(SqlStates.NumericValueOutOfRange, $"Numeric data overflow: \"{text}\"");
}
