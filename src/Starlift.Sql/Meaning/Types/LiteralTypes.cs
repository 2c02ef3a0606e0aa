using System.Buffers;
using System.Globalization;
using System.Text;

namespace Starlift.Sql.Meaning.Types;

/// <summary>The types of literals (Amazon Redshift: "Integer and floating-point literals"; PostgreSQL manual: "Numeric Constants").</summary>
public static class LiteralTypes
{
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.");

    /// <summary>
    /// Digits alone are INTEGER, BIGINT or DECIMAL, the first that holds them; with a point DECIMAL of as many digits as are written; with
    /// an exponent DOUBLE PRECISION.
    /// </summary>
    public static DataType OfNumber(ReadOnlySpan<char> digits)
    {
        if (digits.ContainsAny('e', 'E'))
        {
            return DataType.DoublePrecision;
        }

        var point = digits.IndexOf('.');
        if (point < 0)
        {
            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? DataType.Integer
                : long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? DataType.BigInt
                : Decimal(digits.TrimStart('0').Length, 0);
        }

        var whole = digits[..point].TrimStart('0').Length;
        var scale = digits.Length - point - 1;
        return Decimal(Math.Max(1, whole + scale), scale);
    }

    /// <summary>An untyped text, which knows how many bytes it has, at least one; NULL has none.</summary>
    public static DataType OfText(string text) => new(TypeKind.Unknown, Math.Max(1, Encoding.UTF8.GetByteCount(text)));

    /// <summary>The DECIMAL that a text in quotes is beside a DECIMAL, or null where it is no plain number.</summary>
    public static DataType? DecimalOf(string text)
    {
        var digits = text.AsSpan().Trim(' ').TrimStart("+-");
        return digits.IsEmpty || digits.ContainsAnyExcept(Digits) || digits.Count('.') > 1 || digits is "."
            ? null
            : OfNumber(digits) is var type && type.IsDecimal ? type : DecimalRules.Of(type);
    }

    static DataType Decimal(int precision, int scale) =>
        precision > DataType.MaxPrecision || scale > DataType.MaxScale ? DataType.DoublePrecision : DataType.Decimal(precision, scale);
}
