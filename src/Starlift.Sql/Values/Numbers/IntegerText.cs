using System.Globalization;
using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Numbers;

/// <summary>Texts as SMALLINT, INTEGER and BIGINT: digits with a sign or none, and blanks around them (Amazon Redshift: "Data types").</summary>
public static class IntegerText
{
    /// <param name="text">In UTF-8.</param>
    /// <param name="least">The type's least value; the greatest is its counterpart.</param>
    /// <param name="type">For messages.</param>
    /// <exception cref="ValueException">The text is no whole number, or it is out of range.</exception>
    public static long Read(ReadOnlySpan<byte> text, long least, string type)
    {
        var number = text.Trim(" \t\r\n"u8);
        var digits = number is [(byte)'+' or (byte)'-', ..] ? number[1..] : number;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"invalid input syntax for integer: \"{Encoding.UTF8.GetString(text)}\"");
        }

        return long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= -(least + 1)
            ? value
            : throw new ValueException(SqlStates.NumericValueOutOfRange, $"value \"{Encoding.UTF8.GetString(number)}\" is out of range for type {type}");
    }
}
