using System.Numerics;
using CsCheck;
using Starlift.Warehouses;

namespace Starlift.Tests.Warehouses;

public sealed class WideDecimalTests
{
    [Theory]
    [InlineData("1.50")]
    [InlineData("-0.05")]
    [InlineData("0.0000000000000000000000000000000000000")]
    [InlineData("1234567890123456789012345678901234.5600")]
    [InlineData("-99999999999999999999999999999999999999")]
    [InlineData("79228162514264337593543950335")]
    [InlineData("79228162514264337593543950336")]
    [InlineData("-0.10000000000000000000000000000")]
    public void A_number_keeps_its_digits_and_its_scale(string text)
    {
        var value = WideDecimal.Of(text);
        Assert.True(ResultText.IsNumber(value));
        Assert.Equal(text, ResultText.Of(value));
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("")]
    [InlineData("-")]
    public void What_is_no_number_stays_a_text(string text) => Assert.Equal(text, WideDecimal.Of(text));

    [Fact]
    public void Any_number_is_written_as_it_was_read() =>
        Gen.Select(Gen.ULong, Gen.ULong, Gen.Int[0, 38], Gen.Bool).Sample((high, low, scale, isNegative) =>
        {
            var unscaled = ((BigInteger)high << 64) + low;
            unscaled = isNegative ? -unscaled : unscaled;
            Assert.Equal(WideDecimal.Of(unscaled, scale), WideDecimal.Of(ResultText.Of(WideDecimal.Of(unscaled, scale))));
        });
}
