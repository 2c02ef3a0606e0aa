using Starlift.Sql.Meaning.Types;

namespace Starlift.SqlTests.Meaning.Types;

public sealed class LiteralTypeTests
{
    [Theory]
    [InlineData("0", "integer")]
    [InlineData("2147483647", "integer")]
    [InlineData("2147483648", "bigint")]
    [InlineData("9223372036854775808", "numeric(19,0)")]
    [InlineData("3.14159", "numeric(6,5)")]
    [InlineData("1.50", "numeric(3,2)")]
    [InlineData(".20", "numeric(2,2)")]
    [InlineData("100.", "numeric(3,0)")]
    [InlineData("0.", "numeric(1,0)")]
    [InlineData("1e2", "double precision")]
    [InlineData("100000000000000000000000000000000000000", "double precision")]
    public void Numbers_have_the_type_of_their_digits(string digits, string type) =>
        Assert.Equal(type, LiteralTypes.OfNumber(digits).ToString());

    [Theory]
    [InlineData("9", "numeric(10,0)")]
    [InlineData("-9.999", "numeric(4,3)")]
    [InlineData("abc", null)]
    [InlineData("1e5", null)]
    [InlineData("", null)]
    [InlineData(".", null)]
    public void A_text_beside_a_decimal_has_its_own_digits(string text, string? type) =>
        Assert.Equal(type, LiteralTypes.DecimalOf(text)?.ToString());
}
