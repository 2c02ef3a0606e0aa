using System.Globalization;
using System.Text;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Numbers;

namespace Starlift.SqlTests.Values.Numbers;

public sealed class NumberReadingTests
{
    [Theory]
    [InlineData("12,454.8-", "99G999D9S", "-12454.8")]
    [InlineData("$ 12,454.88", "L 99G999D99", "+12454.88")]
    [InlineData("12.345", "99D999", "+12.345")]
    [InlineData("123", "999", "+123")]
    [InlineData(" 123", "9999", "+123")]
    [InlineData("-1,234.50", "9,999.99", "-1234.50")]
    [InlineData("1,234", "9G999", "+1234")]
    [InlineData("<5.5>", "9D9PR", "-5.5")]
    [InlineData("5.5", "999D99", "+5.5")]
    [InlineData("-7", "S999", "-7")]
    public void TO_NUMBER_reads_by_its_format(string text, string format, string expected)
    {
        var number = new TextBuffer();
        NumberFormatReader.Read(text, NumberFormat.Parse(format), number);
        Assert.Equal(expected, number.ToString());
    }

    [Theory]
    [InlineData("abc", "999")]
    [InlineData("", "999")]
    [InlineData("1234", "999")]
    [InlineData("12x", "999")]
    [InlineData("5", "RN")]
    public void What_does_not_fit_is_refused(string text, string format) =>
        Assert.Throws<ValueException>(() => NumberFormatReader.Read(text, NumberFormat.Parse(format), new TextBuffer()));

    [Theory]
    [InlineData("123-", "", -123)]
    [InlineData("2147483647+", "", 2147483647)]
    [InlineData("-123E-2", "", -1)]
    [InlineData("123{", "999S", 1230)]
    [InlineData("123A", "999S", 1231)]
    [InlineData("123}", "999S", -1230)]
    [InlineData("123J", "999S", -1231)]
    [InlineData("USD123", "C9(I)", 123)]
    [InlineData("", "", 0)]
    [InlineData("   ", "", 0)]
    [InlineData("-1.99", "", -1)]
    [InlineData("1,234", "", 1234)]
    [InlineData("$123", "", 123)]
    [InlineData("123E2 $", "", 12300)]
    [InlineData("  12  ", "", 12)]
    [InlineData("12345", "999V99", 123)]
    public void TEXT_TO_INT_ALT_reads_as_Teradata(string text, string format, int expected) => Assert.Equal(expected, TeradataNumber.ToInteger(text, format));

    [Theory]
    [InlineData("1 2")]
    [InlineData("2147483648")]
    [InlineData("abc")]
    [InlineData("123A")]
    [InlineData("1.2.3")]
    public void TEXT_TO_INT_ALT_refuses_what_is_none(string text) => Assert.Throws<ValueException>(() => TeradataNumber.ToInteger(text, ""));

    [Theory]
    [InlineData("2.5", 38, 0, "2")]
    [InlineData("3.5", 38, 0, "4")]
    [InlineData("-1.5", 38, 0, "-2")]
    [InlineData("123.525", 10, 2, "12352")]
    [InlineData("1", 10, 2, "100")]
    public void TEXT_TO_NUMERIC_ALT_rounds_halves_to_even(string text, int precision, int scale, string unscaled) =>
        Assert.Equal(unscaled, TeradataNumber.ToDecimal(text, "", precision, scale).ToString(CultureInfo.InvariantCulture));

    [Fact]
    public void TEXT_TO_NUMERIC_ALT_refuses_what_is_too_large() => Assert.Throws<ValueException>(() => TeradataNumber.ToDecimal("12345", "", 4, 0));

    [Theory]
    [InlineData("0xf", 16, 15)]
    [InlineData("-0xF", 16, -15)]
    [InlineData("abcd1234", 16, 2882343476)]
    [InlineData("1234567", 8, 342391)]
    [InlineData("110101", 2, 53)]
    [InlineData("\0", 2, 0)]
    [InlineData("", 2, 0)]
    [InlineData("  +7", 10, 7)]
    [InlineData("-9223372036854775808", 10, long.MinValue)]
    [InlineData("zz", 36, 1295)]
    public void STRTOL_reads_any_base(string text, int radix, long expected) => Assert.Equal(expected, RadixText.Read(text, radix));

    [Theory]
    [InlineData("12", 2)]
    [InlineData("9223372036854775808", 10)]
    [InlineData("99999999999999999999", 10)]
    [InlineData("7 ", 10)]
    [InlineData("1", 37)]
    [InlineData("-", 10)]
    public void STRTOL_refuses_what_is_none(string text, int radix) => Assert.Throws<ValueException>(() => RadixText.Read(text, radix));

    [Theory]
    [InlineData(0.1 + 0.2, 15, "0.3")]
    [InlineData(1.0, 15, "1")]
    [InlineData(1.0 / 3, 15, "0.333333333333333")]
    [InlineData(1e15, 15, "1e+15")]
    [InlineData(1e14, 15, "100000000000000")]
    [InlineData(1e-5, 15, "1e-05")]
    [InlineData(0.0001, 15, "0.0001")]
    [InlineData(19999.99f, 6, "20000")]
    [InlineData(-2.5e-7, 6, "-2.5e-07")]
    [InlineData(1e300, 15, "1e+300")]
    [InlineData(double.NaN, 15, "NaN")]
    [InlineData(double.NegativeInfinity, 15, "-Infinity")]
    [InlineData(-0.0, 15, "-0")]
    public void Floats_have_so_many_digits(double value, int digits, string expected)
    {
        var text = new TextBuffer();
        FloatText.Write(value, digits, text);
        Assert.Equal(expected, text.ToString());
    }

    [Theory]
    [InlineData(" 12 ", 12)]
    [InlineData("-32768", -32768)]
    [InlineData("+7", 7)]
    public void Texts_are_integers(string text, long expected) => Assert.Equal(expected, IntegerText.Read(Encoding.UTF8.GetBytes(text), short.MinValue, "smallint"));

    [Theory]
    [InlineData("12.5", "invalid input syntax for integer: \"12.5\"")]
    [InlineData("", "invalid input syntax for integer: \"\"")]
    [InlineData("1_000", "invalid input syntax for integer: \"1_000\"")]
    [InlineData("32768", "value \"32768\" is out of range for type smallint")]
    [InlineData("99999999999999999999", "value \"99999999999999999999\" is out of range for type smallint")]
    public void Texts_that_are_none_are_told(string text, string message) =>
        Assert.Equal(message, Assert.Throws<ValueException>(() => IntegerText.Read(Encoding.UTF8.GetBytes(text), short.MinValue, "smallint")).Message);
}
