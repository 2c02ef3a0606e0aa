using System.Text;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Json;

namespace Starlift.SqlTests.Values.Json;

public sealed class SuperNumbersTests
{
    [Theory]
    [InlineData("0.1", '+', "0.2", "0.3")]
    [InlineData("10.10", '*', "3", "30.30")]
    [InlineData("9007199254740993", '+', "1", "9007199254740994")]
    [InlineData("1", '-', "2.50", "-1.50")]
    [InlineData("7", '/', "2", "3")]
    [InlineData("-7", '/', "2", "-3")]
    [InlineData("7.5", '/', "2", "3.75")]
    [InlineData("7", '%', "4", "3")]
    [InlineData("1.5", '+', "1e0", "2.5e+0")]
    [InlineData("\"a\"", '+', "\"b\\n\"", "\"ab\\n\"")]
    public void Numbers_are_exact_and_a_float_makes_floats(string left, char symbol, string right, string expected) => Assert.Equal(expected, Calculated(left, symbol, right));

    [Theory]
    [InlineData("\"1\"", "2")]
    [InlineData("true", "2")]
    [InlineData("[1]", "2")]
    [InlineData("null", "2")]
    public void What_is_no_number_gives_null(string left, string right) => Assert.Null(Calculated(left, '-', right));

    [Fact]
    public void A_division_by_zero_is_an_error() => Assert.Equal("division by zero", Assert.Throws<ValueException>(() => Calculated("1", '/', "0.0")).Message);

    [Theory]
    [InlineData(2.22, "2.22e+0")]
    [InlineData(100, "1e+2")]
    [InlineData(-0.00015, "-1.5e-4")]
    [InlineData(0, "0e+0")]
    [InlineData(0.1 + 0.2, "3.0000000000000004e-1")]
    public void A_float_has_an_exponent_and_the_shortest_digits(double value, string expected)
    {
        var text = new TextBuffer();
        SuperNumbers.WriteFloat(value, text);
        Assert.Equal(expected, text.ToString());
    }

    static string? Calculated(string left, char symbol, string right)
    {
        var text = new TextBuffer();
        return SuperNumbers.TryCalculate(Encoding.UTF8.GetBytes(left), symbol, Encoding.UTF8.GetBytes(right), text) ? text.ToString() : null;
    }
}
