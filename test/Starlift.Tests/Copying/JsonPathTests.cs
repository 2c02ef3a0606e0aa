using System.Text;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData("$", "")]
    [InlineData("$.a", "a")]
    [InlineData("$.a.b[0]", "a b 0")]
    [InlineData("$['a']['b'][0]", "a b 0")]
    [InlineData("$[\"a\"]", "a")]
    [InlineData("$[0]", "0")]
    [InlineData("$[0][12]", "0 12")]
    [InlineData("$[0].a", "0 a")]
    [InlineData("$['a.b']['[c]']", "a.b [c]")]
    [InlineData("$['it''s']", "it''s")]
    [InlineData("$['a b']", "a b")]
    [InlineData("$.é", "é")]
    [InlineData("$.a b", "a b")]
    public void Paths_are_names_and_indexes(string text, string steps) => Assert.Equal(
        steps,
        string.Join(' ', JsonPath.Parse(text).Steps.Select(step => step.Name is { } name ? Encoding.UTF8.GetString(name) : $"{step.Index}")));

    [Theory]
    [InlineData("a")]
    [InlineData("a.b")]
    [InlineData(" $.a")]
    [InlineData("$a")]
    [InlineData("$.")]
    [InlineData("$..a")]
    [InlineData("$.*")]
    [InlineData("$['*']")]
    [InlineData("$[*]")]
    [InlineData("$['']")]
    [InlineData("$[]")]
    [InlineData("$[-1]")]
    [InlineData("$[+1]")]
    [InlineData("$[1")]
    [InlineData("$[1:2]")]
    [InlineData("$[0,1]")]
    [InlineData("$[?(@.a)]")]
    [InlineData("$[99999999999]")]
    [InlineData("$[3000000]")]
    [InlineData("$['a]")]
    [InlineData("$['a'x]")]
    [InlineData("$.a]")]
    [InlineData("$.a'b")]
    [InlineData("$.a['b']")]
    [InlineData("$['a'].b")]
    public void What_is_not_one_path_to_one_element_is_refused(string text) =>
        Assert.Contains(text, Assert.Throws<FormatException>(() => JsonPath.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_path_longer_than_records_are_deep_is_refused()
    {
        Assert.Equal(1_000, JsonPath.Parse("$" + string.Concat(Enumerable.Repeat("[0]", 1_000))).Steps.Count);
        Assert.Contains(
            "1001 steps",
            Assert.Throws<FormatException>(() => JsonPath.Parse("$" + string.Concat(Enumerable.Repeat("[0]", 1_001)))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_breaks_the_parser() => Pick.From("$", ".", "[", "]", "'", "\"", "a", "0", "9", "-", "*", "é", " ", "']", "['").Array[0, 12].Select(string.Concat).Sample(
        text =>
        {
            try
            {
                JsonPath.Parse(text);
            }
            catch (FormatException)
            {
            }
        },
        iter: Fuzzing.Repeats(3_000));
}
