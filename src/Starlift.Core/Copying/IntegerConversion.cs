using System.Text;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>Text to SMALLINT, INTEGER and BIGINT (Amazon Redshift: "Numeric types").</summary>
static class IntegerConversion
{
    /// <param name="text">An optional sign and digits, blanks around them allowed; not blank.</param>
    /// <param name="kind">Sets the range and the type's name in the reason.</param>
    /// <param name="value">The number.</param>
    /// <param name="error">Set where the result is false.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, SqlTypeKind kind, out long value, out ConversionError error)
    {
        error = default;
        value = 0;
        var at = 0;
        while (at < text.Length && IsBlank(text[at]))
        {
            at++;
        }

        var negative = at < text.Length && text[at] == '-';
        var sign = at;
        at += negative || (at < text.Length && text[at] == '+') ? 1 : 0;
        var first = at;
        ulong magnitude = 0;
        var overflow = false;
        for (; at < text.Length && (uint)(text[at] - '0') <= 9; at++)
        {
            overflow |= magnitude > (ulong.MaxValue - 9) / 10;
            magnitude = (magnitude * 10) + (uint)(text[at] - '0');
        }

        var digits = at - first;
        while (at < text.Length && IsBlank(text[at]))
        {
            at++;
        }

        if (at < text.Length || digits == 0)
        {
            error = InvalidDigit(text, digits > 0 ? at : first < text.Length ? first : sign, kind);
            return false;
        }

        var (limit, _) = RangeOf(kind);
        if (overflow || magnitude > (ulong)limit + (negative ? 1UL : 0UL))
        {
            error = new ConversionError(LoadErrorCode.OutOfRange, $"Overflow, Value '{Shown(text)}', Type: {RangeOf(kind).Name}");
            return false;
        }

        value = negative ? (long)(0 - magnitude) : (long)magnitude;
        return true;
    }

    static ConversionError InvalidDigit(ReadOnlySpan<byte> text, int at, SqlTypeKind kind)
    {
        at = Math.Min(at, text.Length - 1);
        Rune.DecodeFromUtf8(text[at..], out var rune, out _);
        return new ConversionError(LoadErrorCode.InvalidDigit, $"Invalid digit, Value '{rune}', Pos {at}, Type: {RangeOf(kind).Name}", at);
    }

    static bool IsBlank(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    static string Shown(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(text.Length > 40 ? text[..40] : text);

    static (long Limit, string Name) RangeOf(SqlTypeKind kind) => kind switch
    {
        SqlTypeKind.SmallInt => (short.MaxValue, "Short"),
        SqlTypeKind.Integer => (int.MaxValue, "Integer"),
        _ => (long.MaxValue, "Long"),
    };
}
