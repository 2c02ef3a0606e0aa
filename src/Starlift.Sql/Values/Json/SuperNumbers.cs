using System.Globalization;
using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Json;

/// <summary>
/// Arithmetic of SUPER values: numbers without an exponent are exact, with their scale, and a FLOAT makes FLOATs (Amazon Redshift: "Dynamic typing").
/// What is no number gives none; two texts are put together.
/// </summary>
public static class SuperNumbers
{
    const NumberStyles Exact = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    /// <param name="left">A SUPER value.</param>
    /// <param name="symbol">One of + - * / %.</param>
    /// <param name="right">A SUPER value.</param>
    /// <param name="result">Where the result goes.</param>
    /// <returns>False where the result is NULL.</returns>
    /// <exception cref="ValueException">A division by zero, or a number of too many digits.</exception>
    public static bool TryCalculate(ReadOnlySpan<byte> left, char symbol, ReadOnlySpan<byte> right, TextBuffer result)
    {
        if (symbol == '+' && left is [(byte)'"', ..] && right is [(byte)'"', ..])
        {
            result.Append(Encoding.UTF8.GetString(left[..^1]));
            result.Append(Encoding.UTF8.GetString(right[1..]));
            return true;
        }

        if (TryExact(left, out var a) && TryExact(right, out var b))
        {
            Write(a, symbol, b, result);
            return true;
        }

        if (!TryFloat(left, out var x) || !TryFloat(right, out var y))
        {
            return false;
        }

        WriteFloat(
            symbol switch
            {
                '+' => x + y,
                '-' => x - y,
                '*' => x * y,
                '/' => y == 0 ? throw DividedByZero : x / y,
                _ => y == 0 ? throw DividedByZero : x % y,
            },
            result);
        return true;
    }

    /// <summary>A FLOAT as a SUPER value: it has an exponent, by which it is told from a DECIMAL.</summary>
    public static void WriteFloat(double value, TextBuffer result)
    {
        if (!double.IsFinite(value))
        {
            throw new ValueException(SqlStates.NumericValueOutOfRange, "a SUPER value can be neither infinite nor NaN");
        }

        // shortest digits that give the number back
        var text = value.ToString("E16", CultureInfo.InvariantCulture);
        for (var digits = 0; digits < 17; digits++)
        {
            var shorter = value.ToString($"E{digits}", CultureInfo.InvariantCulture);
            if (double.Parse(shorter, CultureInfo.InvariantCulture).Equals(value))
            {
                text = shorter;
                break;
            }
        }

        var e = text.IndexOf('E', StringComparison.Ordinal);
        result.Append(text.AsSpan(0, e));
        result.Append('e');
        result.Append(text[e + 1]);
        result.Append(int.Parse(text.AsSpan(e + 2), CultureInfo.InvariantCulture));
    }

    static void Write(decimal a, char symbol, decimal b, TextBuffer result)
    {
        try
        {
            switch (symbol)
            {
                case '+':
                    Write(a + b, result);
                    break;
                case '-':
                    Write(a - b, result);
                    break;
                case '*':
                    Write(a * b, result);
                    break;
                case '%':
                    Write(b == 0 ? throw DividedByZero : a % b, result);
                    break;
                default:
                    Divide(a, b == 0 ? throw DividedByZero : b, result);
                    break;
            }
        }
        catch (OverflowException)
        {
            throw new ValueException(SqlStates.NumericValueOutOfRange, "numeric field overflow");
        }
    }

    // whole numbers have a whole quotient
    static void Divide(decimal a, decimal b, TextBuffer result)
    {
        if (a.Scale == 0 && b.Scale == 0)
        {
            Write(decimal.Truncate(a / b), result);
            return;
        }

        var quotient = a / b;
        Write(quotient * b == a && quotient.Scale <= 16 ? quotient : Math.Round(quotient, 16), result);
    }

    static void Write(decimal value, TextBuffer result) => result.Append(value.ToString(CultureInfo.InvariantCulture));

    static bool TryExact(ReadOnlySpan<byte> json, out decimal value)
    {
        value = 0;
        return json is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..] && json.Length <= 28 && decimal.TryParse(json, Exact, CultureInfo.InvariantCulture, out value);
    }

    static bool TryFloat(ReadOnlySpan<byte> json, out double value)
    {
        value = 0;
        return json is [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..] && double.TryParse(json, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
    }

    static ValueException DividedByZero => new(SqlStates.DivisionByZero, "division by zero");
}
