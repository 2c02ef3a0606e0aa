using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Starlift.Tests.Copying;

public sealed class DecimalConversionTests
{
    const string Nines38 = "99999999999999999999999999999999999999";

    [Theory]
    [InlineData("decimal(8,2)", "\"20.259\"", "20.25", "20.26")]
    [InlineData("decimal(8,2)", "\"-20.255\"", "-20.25", "-20.26")]
    [InlineData("decimal(8,2)", "\"20.254999\"", "20.25", "20.25")]
    [InlineData("decimal(8,2)", "20.5", "20.50", "20.50")]
    [InlineData("decimal(8,2)", "7", "7.00", "7.00")]
    [InlineData("decimal(8,2)", "\".5\"", "0.50", "0.50")]
    [InlineData("decimal(8,2)", "\"5.\"", "5.00", "5.00")]
    [InlineData("decimal(8,2)", "\"+5\"", "5.00", "5.00")]
    [InlineData("decimal(8,2)", "\"1.25e1\"", "12.50", "12.50")]
    [InlineData("decimal(8,2)", "\"125e-1\"", "12.50", "12.50")]
    [InlineData("decimal(8,2)", "\"5e-3\"", "0.00", "0.01")]
    [InlineData("decimal(8,2)", "\"5e-4\"", "0.00", "0.00")]
    [InlineData("decimal(8,2)", "\"9e-4\"", "0.00", "0.00")]
    [InlineData("decimal(3,0)", "\"99.5\"", "99", "100")]
    [InlineData("decimal(3,0)", "-0.5", "0", "-1")]
    [InlineData("decimal(3,0)", "0.5", "0", "1")]
    [InlineData("decimal(18,0)", "1541077528796.0", "1541077528796", "1541077528796")]
    [InlineData("decimal(8,2)", "\" 3.14 \"", "3.14", "3.14")]
    [InlineData("decimal(8,2)", "\"\"", "NULL", "NULL")]
    [InlineData("decimal(8,2)", "\"  \"", "NULL", "NULL")]
    [InlineData("decimal(8,2)", "\"0000000000000000000000000000000000000000000000001\"", "1.00", "1.00")]
    [InlineData("decimal(8,2)", "\"0e9999\"", "0.00", "0.00")]
    [InlineData("decimal(8,2)", "1e-400", "0.00", "0.00")]
    [InlineData("decimal(8,2)", "4.9e-324", "0.00", "0.00")]
    public void Decimals_beyond_the_scale_are_cut_or_rounded_half_up_with_ROUNDEC(string type, string json, string cut, string rounded)
    {
        Assert.Equal(cut, Converted.Of(type, json));
        Assert.Equal(rounded, Converted.Of(type, json, "roundec"));
    }

    [Theory]
    [InlineData("decimal(10,5)", "269.58322", "269.58321")]
    [InlineData("decimal(10,5)", "274.49424", "274.49423")]
    [InlineData("decimal(10,5)", "\"269.58322\"", "269.58322")]
    [InlineData("decimal(20,6)", "-100.30953", "-100.309530")]
    [InlineData("decimal(20,6)", "-122.67563", "-122.675630")]
    [InlineData("decimal(20,6)", "25.67084", "25.670839")]
    [InlineData("decimal(20,18)", "0.1", "0.100000000000000010")]
    [InlineData("decimal(38,37)", "0.1", "0.1000000000000000100000000000000000000")]
    [InlineData("decimal(38,0)", "1e22", "10000000000000000000000")]
    [InlineData("decimal(38,0)", "1e23", "99999999999999991611392")]
    public void Fractions_go_through_their_17_digits(string type, string json, string expected) => Assert.Equal(expected, Converted.Of(type, json));

    [Theory]
    [InlineData("decimal(38,0)", Nines38, Nines38)]
    [InlineData("decimal(38,0)", $"-{Nines38}", $"-{Nines38}")]
    [InlineData("decimal(38,0)", $"{Nines38}9", "1204 Overflow for NUMERIC(38,0)")]
    [InlineData("decimal(38,0)", "400000000000000000000000000000000000000", "1204 Overflow for NUMERIC(38,0)")]
    [InlineData("decimal(38,0)", "680564733841876926926749214863536422912", "1204 Overflow for NUMERIC(38,0)")]
    [InlineData("decimal(38,37)", "\"9.9999999999999999999999999999999999999\"", "9.9999999999999999999999999999999999999")]
    [InlineData("decimal(38,37)", "\"40\"", "1204 Overflow for NUMERIC(38,37)")]
    [InlineData("decimal(8,2)", "999999.99", "999999.98")]
    [InlineData("decimal(8,2)", "\"999999.99\"", "999999.99")]
    [InlineData("decimal(8,2)", "1000000", "1204 Overflow for NUMERIC(8,2)")]
    [InlineData("decimal(8,2)", "1000000.0", "1204 Overflow for NUMERIC(8,2)")]
    [InlineData("decimal(8,2)", "\"1e6\"", "1204 Overflow for NUMERIC(8,2)")]
    [InlineData("decimal(8,2)", "\"1e10000\"", "1204 Overflow for NUMERIC(8,2)")]
    [InlineData("decimal(8,2)", "1e400", "1204 Overflow for NUMERIC(8,2)")]
    [InlineData("decimal(8,2)", "-1e999999999999", "1204 Overflow for NUMERIC(8,2)")]
    [InlineData("decimal(19,0)", "9223372036854775807", "9223372036854775807")]
    [InlineData("decimal(19,0)", "9223372036854775808", "1204 Overflow for NUMERIC(19,0)")]
    public void Too_many_digits_of_the_whole_part_are_rejected(string type, string json, string expected) => Assert.Equal(expected, Converted.Of(type, json));

    [Theory]
    [InlineData("decimal(3,0)", "\"999.5\"", "1204 Overflow for NUMERIC(3,0)")]
    [InlineData("decimal(3,0)", "999.5", "1204 Overflow for NUMERIC(3,0)")]
    [InlineData("decimal(38,0)", $"\"{Nines38}.5\"", "1204 Overflow for NUMERIC(38,0)")]
    public void Rounding_may_overflow(string type, string json, string expected) => Assert.Equal(expected, Converted.Of(type, json, "roundec"));

    [Theory]
    [InlineData("\"abc\"")]
    [InlineData("\".\"")]
    [InlineData("\"-\"")]
    [InlineData("\"+-5\"")]
    [InlineData("\"1.2.3\"")]
    [InlineData("\"1 2\"")]
    [InlineData("\"1e\"")]
    [InlineData("\"e5\"")]
    [InlineData("\"1e5e5\"")]
    [InlineData("\"1e-2147483648\"")]
    [InlineData("\"1e2147483648\"")]
    [InlineData("\"1,000\"")]
    [InlineData("\"NaN\"")]
    [InlineData("\"Infinity\"")]
    [InlineData("true")]
    [InlineData("{}")]
    public void What_is_no_number_is_rejected(string json) => Assert.Equal("1209 Invalid numeric format", Converted.Of("decimal(8,2)", json));

    [Fact]
    public void Any_text_is_cut_as_whole_numbers_would_be() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 38], Gen.Int[1, 38], Gen.Int[0, 37], Gen.Bool).Sample((high, low, point, precision, scale, negative) =>
        {
            scale = Math.Min(scale, precision);
            var digits = (((BigInteger)high << 64) + low).ToString(CultureInfo.InvariantCulture).PadLeft(point + 1, '0');
            var text = (negative ? "-" : "") + digits[..^point] + (point > 0 ? "." + digits[^point..] : "");
            var unscaled = BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, scale) / BigInteger.Pow(10, point);
            var limit = precision == 19 ? long.MaxValue : BigInteger.Pow(10, precision) - 1;
            var shown = unscaled.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
            var expected = unscaled > limit
                ? $"1204 Overflow for NUMERIC({precision},{scale})"
                : (negative && unscaled > 0 ? "-" : "") + shown[..^scale] + (scale > 0 ? "." + shown[^scale..] : "");
            Assert.Equal(expected, Converted.Of($"decimal({precision},{scale})", $"\"{text}\""));
        });
}
