using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Numbers;

/// <summary>STRTOL (Amazon Redshift: "STRTOL function").</summary>
public static class RadixText
{
    /// <param name="text">Blanks, a sign, digits; 0x before those of base 16. An empty text, or one that begins with NUL, is 0.</param>
    /// <param name="radix">2 to 36.</param>
    /// <exception cref="ValueException">The text or the base is none, or the number needs more than 64 bits.</exception>
    public static long Read(ReadOnlySpan<char> text, int radix)
    {
        if (radix is < 2 or > 36)
        {
            throw new ValueException(SqlStates.InvalidParameterValue, $"Invalid base {radix}: it must be between 2 and 36");
        }

        if (text.IsEmpty || text[0] == '\0')
        {
            return 0;
        }

        var digits = text.TrimStart(" \t\n\r\v\f");
        var negative = digits is ['-', ..];
        digits = digits is ['-' or '+', ..] ? digits[1..] : digits;
        digits = radix == 16 && digits is ['0', 'x' or 'X', _, ..] ? digits[2..] : digits;
        if (digits.IsEmpty)
        {
            throw Bad(text, radix);
        }

        Int128 value = 0;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiDigit(c) ? c - '0' : char.IsAsciiLetter(c) ? (c | 0x20) - 'a' + 10 : radix;
            if (digit >= radix)
            {
                throw Bad(text, radix);
            }

            value = (value * radix) + digit;
            if (value > (Int128)long.MaxValue + 1)
            {
                throw OutOfRange(text);
            }
        }

        value = negative ? -value : value;
        return value <= long.MaxValue ? (long)value : throw OutOfRange(text);
    }

    static ValueException Bad(ReadOnlySpan<char> text, int radix) =>
        new(SqlStates.InvalidTextRepresentation, $"The input {text} is not valid to be converted to base {radix}");

    static ValueException OutOfRange(ReadOnlySpan<char> text) =>
        new(SqlStates.NumericValueOutOfRange, $"value \"{text}\" is out of range for type bigint");
}
