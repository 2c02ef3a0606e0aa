using Starlift.Stars;

namespace Starlift.Tests.Stars;

public sealed class CanonicalJsonTests
{
    [Theory]
    [InlineData("{\"b\":1,\"a\":[1.50, 2]}", "{ \"a\" : [15e-1,2.0], \"b\" : 1 }")]
    [InlineData("1e2", "100.0")]
    [InlineData("-0.0", "0")]
    [InlineData("{\"a\":1,\"a\":2}", "{\"a\":2}")]
    [InlineData("\"\\u00e9\"", "\"é\"")]
    [InlineData("{\"a:\":1}", "{ \"a:\": 1 }")]
    [InlineData("1e99999999999999999999", "10e99999999999999999998")]
    public void Equal_values_are_written_alike(string one, string other) => Assert.Equal(CanonicalJson.Of(one), CanonicalJson.Of(other));

    [Theory]
    [InlineData("9007199254740993", "9007199254740992")]
    [InlineData("1e400", "1e401")]
    [InlineData("\"1\"", "1")]
    [InlineData("[1,2]", "[2,1]")]
    public void Other_values_are_written_otherwise(string one, string other) => Assert.NotEqual(CanonicalJson.Of(one), CanonicalJson.Of(other));

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("{\"\\ud800\":\"\\udc00\"}")]
    [InlineData("no JSON")]
    [InlineData("")]
    public void A_text_that_can_t_be_read_is_itself(string text) => Assert.Equal(text, CanonicalJson.Of(text));

    [Fact]
    public void Depth_is_no_matter()
    {
        var deep = new string('[', 100_000) + new string(']', 100_000);
        Assert.Equal(deep, CanonicalJson.Of(deep));
        var allowed = new string('[', 1_000) + new string(']', 1_000);
        Assert.Equal(allowed, CanonicalJson.Of(allowed));
    }
}
