using System.Globalization;
using System.Numerics;
using CsCheck;

namespace Starlift.Tests.Copying;

public sealed class IntegerConversionTests
{
    [Theory]
    [InlineData("smallint", "-32768", "-32768")]
    [InlineData("smallint", "32767", "32767")]
    [InlineData("smallint", "32768", "1204 Overflow, Value '32768', Type: Short")]
    [InlineData("smallint", "-32769", "1204 Overflow, Value '-32769', Type: Short")]
    [InlineData("integer", "2147483647", "2147483647")]
    [InlineData("integer", "-2147483648", "-2147483648")]
    [InlineData("integer", "2147483648", "1204 Overflow, Value '2147483648', Type: Integer")]
    [InlineData("bigint", "9223372036854775807", "9223372036854775807")]
    [InlineData("bigint", "-9223372036854775808", "-9223372036854775808")]
    [InlineData("bigint", "9223372036854775808", "1204 Overflow, Value '9223372036854775808', Type: Long")]
    [InlineData("bigint", "18446744073709551616", "1204 Overflow, Value '18446744073709551616', Type: Long")]
    [InlineData("bigint", "100000000000000000000000000000000000000000000000000", "1204 Overflow, Value '1000000000000000000000000000000000000000', Type: Long")]
    [InlineData("integer", "-0", "0")]
    [InlineData("integer", "0", "0")]
    public void Numbers_are_held_to_the_range_of_their_type(string type, string json, string expected) => Assert.Equal(expected, Converted.Of(type, json));

    [Theory]
    [InlineData("\"39\"", "39")]
    [InlineData("\"+39\"", "39")]
    [InlineData("\"-39\"", "-39")]
    [InlineData("\"  39 \"", "39")]
    [InlineData("\"\\t39\\n\"", "39")]
    [InlineData("\"007\"", "7")]
    [InlineData("\"\\u0033\\u0039\"", "39")]
    [InlineData("\"\"", "NULL")]
    [InlineData("\"   \"", "NULL")]
    [InlineData("null", "NULL")]
    [InlineData("\"a\"", "1207 Invalid digit, Value 'a', Pos 0, Type: Integer")]
    [InlineData("\"12a\"", "1207 @2 Invalid digit, Value 'a', Pos 2, Type: Integer")]
    [InlineData("\"  12a\"", "1207 @4 Invalid digit, Value 'a', Pos 4, Type: Integer")]
    [InlineData("\"-\"", "1207 Invalid digit, Value '-', Pos 0, Type: Integer")]
    [InlineData("\"- 5\"", "1207 @1 Invalid digit, Value ' ', Pos 1, Type: Integer")]
    [InlineData("\"--5\"", "1207 @1 Invalid digit, Value '-', Pos 1, Type: Integer")]
    [InlineData("\"1e3\"", "1207 @1 Invalid digit, Value 'e', Pos 1, Type: Integer")]
    [InlineData("\"20200407.0\"", "1207 @8 Invalid digit, Value '.', Pos 8, Type: Integer")]
    [InlineData("\"3€\"", "1207 @1 Invalid digit, Value '€', Pos 1, Type: Integer")]
    [InlineData("\"\\u00005\"", "1207 Invalid digit, Value '\0', Pos 0, Type: Integer")]
    [InlineData("true", "1207 Invalid digit, Value 't', Pos 0, Type: Integer")]
    [InlineData("{}", "1207 Invalid digit, Value '{', Pos 0, Type: Integer")]
    [InlineData("[1]", "1207 Invalid digit, Value '[', Pos 0, Type: Integer")]
    public void Strings_are_a_sign_and_digits(string json, string expected) => Assert.Equal(expected, Converted.Of("int", json));

    [Theory]
    [InlineData("1541077528796.0", "1541077528796")]
    [InlineData("1.5e12", "1500000000000")]
    [InlineData("1E3", "1000")]
    [InlineData("-0.0", "0")]
    [InlineData("9007199254740993.0", "9007199254740992")]
    [InlineData("3.7", "1207 @1 Invalid digit, Value '.', Pos 1, Type: Long")]
    [InlineData("1e-400", "0")]
    [InlineData("1e400", "1207 Invalid digit, Value 'I', Pos 0, Type: Long")]
    [InlineData("1e99999999999", "1207 Invalid digit, Value 'I', Pos 0, Type: Long")]
    [InlineData("1e-99999999999", "0")]
    [InlineData("1e19", "1204 Overflow, Value '10000000000000000000', Type: Long")]
    public void Fractions_that_are_integral_doubles_load(string json, string expected) => Assert.Equal(expected, Converted.Of("bigint", json));

    [Fact]
    public void Any_integer_loads_where_it_is_in_range() => Gen.Select(Gen.Long, Gen.Int[-3, 3], Gen.Bool).Sample((value, off, isText) =>
    {
        var number = (BigInteger)value + off;
        var text = number.ToString(CultureInfo.InvariantCulture);
        var loaded = Converted.Of("bigint", isText ? $"\"{text}\"" : text);
        Assert.Equal(number >= long.MinValue && number <= long.MaxValue ? text : $"1204 Overflow, Value '{text}', Type: Long", loaded);
    });
}
