using System.Buffers;
using System.Globalization;
using System.Text;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>Text to BOOLEAN, REAL, DOUBLE PRECISION and VARBYTE.</summary>
static class ScalarConversion
{
    static readonly SearchValues<byte> NumberBytes = SearchValues.Create("+-.0123456789eE"u8);

    /// <summary>The literals of "Boolean type", in any case.</summary>
    public static bool TryBoolean(ReadOnlySpan<byte> text, out bool value, out ConversionError error)
    {
        error = default;
        value = IsAny(text, ["t", "true", "y", "yes", "1"]);
        if (value || IsAny(text, ["f", "false", "n", "no", "0"]))
        {
            return true;
        }

        error = new ConversionError(LoadErrorCode.BooleanFormat, "Unknown boolean format");
        return false;
    }

    /// <summary>A finite number within the type's range.</summary>
    public static bool TryDouble(ReadOnlySpan<byte> text, SqlTypeKind kind, out double value, out ConversionError error)
    {
        error = default;
        value = 0;
        if (!IsPlain(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value))
        {
            error = new ConversionError(LoadErrorCode.FloatFormat, "Invalid float format or value");
            return false;
        }

        if (double.IsFinite(value) && (kind == SqlTypeKind.DoublePrecision || float.IsFinite((float)value)))
        {
            return true;
        }

        error = new ConversionError(LoadErrorCode.OutOfRange, $"Overflow for {new SqlType(kind)}");
        return false;
    }

    /// <summary>Hexadecimal digits, two a byte.</summary>
    public static bool TryBytes(ReadOnlySpan<byte> text, SqlType type, out byte[] value, out ConversionError error)
    {
        error = default;
        value = [];
        try
        {
            value = Convert.FromHexString(Encoding.ASCII.GetString(text));
        }
        catch (FormatException)
        {
            error = new ConversionError(LoadErrorCode.InvalidDigit, "Invalid hexadecimal digit or odd number of digits");
            return false;
        }

        if (value.Length <= type.Length)
        {
            return true;
        }

        error = new ConversionError(LoadErrorCode.OutOfRange, "String length exceeds DDL length");
        return false;
    }

    static bool IsAny(ReadOnlySpan<byte> text, ReadOnlySpan<string> literals)
    {
        foreach (var literal in literals)
        {
            if (Ascii.EqualsIgnoreCase(text, literal))
            {
                return true;
            }
        }

        return false;
    }

    // The parser knows words too: NaN and Infinity, which JSON numbers can't be.
    static bool IsPlain(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(NumberBytes);
}
