using System.Globalization;
using CsCheck;

namespace Starlift.Tests.Copying;

public sealed class ScalarConversionTests
{
    [Theory]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("1", "true")]
    [InlineData("0", "false")]
    [InlineData("1.0", "true")]
    [InlineData("\"t\"", "true")]
    [InlineData("\"TRUE\"", "true")]
    [InlineData("\"y\"", "true")]
    [InlineData("\"Yes\"", "true")]
    [InlineData("\"1\"", "true")]
    [InlineData("\" f \"", "false")]
    [InlineData("\"no\"", "false")]
    [InlineData("\"N\"", "false")]
    [InlineData("\"0\"", "false")]
    [InlineData("\"\"", "NULL")]
    [InlineData("null", "NULL")]
    [InlineData("2", "1210 Unknown boolean format")]
    [InlineData("\"ja\"", "1210 Unknown boolean format")]
    [InlineData("\"on\"", "1210 Unknown boolean format")]
    [InlineData("[]", "1210 Unknown boolean format")]
    public void Booleans_have_the_literals_of_their_page(string json, string expected) => Assert.Equal(expected, Converted.Of("boolean", json));

    [Theory]
    [InlineData("12.123", "12.123")]
    [InlineData("1.0E4", "10000")]
    [InlineData("\"1.0E4\"", "10000")]
    [InlineData("\"+5\"", "5")]
    [InlineData("\".5\"", "0.5")]
    [InlineData("\"5.\"", "5")]
    [InlineData("\" 5 \"", "5")]
    [InlineData("-0.0", "-0")]
    [InlineData("12345678901234567890", "1.2345678901234567E+19")]
    [InlineData("1.7976931348623157e308", "1.7976931348623157E+308")]
    [InlineData("5e-324", "5E-324")]
    [InlineData("1e-400", "0")]
    [InlineData("1e400", "1204 Overflow for double precision")]
    [InlineData("-1e99999999999", "1204 Overflow for double precision")]
    [InlineData("\"\"", "NULL")]
    [InlineData("\"NaN\"", "1208 Invalid float format or value")]
    [InlineData("\"Infinity\"", "1208 Invalid float format or value")]
    [InlineData("\"1e\"", "1208 Invalid float format or value")]
    [InlineData("\"+-5\"", "1208 Invalid float format or value")]
    [InlineData("\"++5\"", "1208 Invalid float format or value")]
    [InlineData("\"1 2\"", "1208 Invalid float format or value")]
    [InlineData("\"0x1\"", "1208 Invalid float format or value")]
    [InlineData("\"1,5\"", "1208 Invalid float format or value")]
    [InlineData("true", "1208 Invalid float format or value")]
    public void Doubles_are_finite_numbers(string json, string expected) => Assert.Equal(expected, Converted.Of("float8", json));

    [Theory]
    [InlineData("0.1", "0.1")]
    [InlineData("16777217", "16777216")]
    [InlineData("3.4028235e38", "3.4028235E+38")]
    [InlineData("3.5e38", "1204 Overflow for real")]
    public void Reals_are_single_precision(string json, string expected) => Assert.Equal(expected, Converted.Of("real", json));

    [Fact]
    public void Every_double_comes_back() => Gen.Double.Where(double.IsFinite).Sample(value =>
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        Assert.Equal(text, Converted.Of("double precision", text));
        Assert.Equal(text, Converted.Of("double precision", $"\"{text}\""));
    });

    [Theory]
    [InlineData("\"00fFa1\"", "00FFA1")]
    [InlineData("\"\"", "NULL")]
    [InlineData("\"abc\"", "1207 Invalid hexadecimal digit or odd number of digits")]
    [InlineData("\"zz\"", "1207 Invalid hexadecimal digit or odd number of digits")]
    [InlineData("\"éé\"", "1207 Invalid hexadecimal digit or odd number of digits")]
    [InlineData("\"0011223344\"", "1204 String length exceeds DDL length")]
    public void Bytes_are_hexadecimal(string json, string expected) => Assert.Equal(expected, Converted.Of("varbyte(4)", json));
}
