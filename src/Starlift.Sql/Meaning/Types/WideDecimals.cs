namespace Starlift.Sql.Meaning.Types;

/// <summary>DECIMALs of 19 digits, which are numbers of 64 bits on Redshift (Amazon Redshift: "Numeric types").</summary>
public static class WideDecimals
{
    /// <summary>The greatest value of such a type.</summary>
    /// <param name="scale">The digits of its fraction, at most 19.</param>
    public static string Greatest(int scale) => Pointed("9223372036854775807", scale);

    /// <summary>The least value of such a type.</summary>
    /// <param name="scale">The digits of its fraction, at most 19.</param>
    public static string Least(int scale) => $"-{Pointed("9223372036854775808", scale)}";

    static string Pointed(string digits, int scale) => scale == 0 ? digits : $"{(scale >= digits.Length ? "0" : digits[..^scale])}.{digits[^Math.Min(scale, digits.Length)..]}";
}
