using System.Globalization;
using System.Text;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("1541077528796.0", "1541077528796")]
    [InlineData("1e3", "1000")]
    [InlineData("-0.0", "0")]
    [InlineData("0.5", "0.5")]
    [InlineData("1e22", "10000000000000000000000")]
    [InlineData("1e999999999999999999999", "Infinity")]
    [InlineData("-1e-999999999999999999999", "0")]
    public void An_integral_double_shows_no_fraction(string literal, string expected)
    {
        var target = new byte[NumberText.MaxLength];

        var length = NumberText.Format(NumberText.ToDouble(Encoding.UTF8.GetBytes(literal)), target);

        Assert.Equal(expected, Encoding.UTF8.GetString(target, 0, length));
    }

    [Theory]
    [InlineData("231.52281", "231.52280999999999")]
    [InlineData("0.522", "0.52200000000000002")]
    [InlineData("248.37179", "248.37179")]
    [InlineData("0.5", "0.5")]
    [InlineData("1.5e-5", "1.5e-05")]
    [InlineData("0.0001", "0.0001")]
    public void Any_other_double_shows_17_digits_without_trailing_zeros(string literal, string expected)
    {
        var target = new byte[NumberText.MaxLength];
        Assert.Equal(expected, Encoding.UTF8.GetString(target, 0, NumberText.Format(NumberText.ToDouble(Encoding.UTF8.GetBytes(literal)), target)));
    }

    [Fact]
    public void Every_double_fits_and_reads_back() => Gen.Double.Where(double.IsFinite).Sample(value =>
    {
        var target = new byte[NumberText.MaxLength];
        var text = Encoding.UTF8.GetString(target, 0, NumberText.Format(value, target));
        Assert.Equal(value, double.Parse(text, CultureInfo.InvariantCulture));
    });

    [Fact]
    public void Digits_of_any_number_are_read() => Gen.Char['0', '9'].Array[1, 2_000].Select(digits => new string(digits)).Sample(digits =>
        Assert.Equal(double.Parse($"{digits}e-5", CultureInfo.InvariantCulture), NumberText.ToDouble(Encoding.UTF8.GetBytes($"{digits}e-5"))));
}
