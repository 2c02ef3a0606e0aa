using System.Text;
using Starlift.Copying;
using Starlift.Errors;

namespace Starlift.Tests.Copying;

public sealed class JsonPathsFileTests
{
    [Theory]
    [InlineData("""{"jsonpaths":["$['a']","$['b'][0]"]}""", "$['a'] $['b'][0]")]
    [InlineData("""  { "jsonpaths" : [ "$.a" , "$" , "$[0]" ] }  """, "$.a $ $[0]")]
    [InlineData("""{"jsonpaths":["$.a","$.a"]}""", "$.a $.a")]
    [InlineData("\uFEFF{\"jsonpaths\":[\"$.a\"]}", "$.a")]
    [InlineData("""{"jsonpaths":[]}""", "")]
    [InlineData("""{"json\u0070aths":["$.\u0061"]}""", "$.a")]
    public void Paths_are_read_in_order(string file, string paths) =>
        Assert.Equal(paths, string.Join(' ', Read(file)!.Select(path => path.Text)));

    [Theory]
    [InlineData("""{"jsonpath":["$.a"]}""")]
    [InlineData("""{"JSONPATHS":["$.a"]}""")]
    [InlineData("""{"x":5}""")]
    [InlineData("""{"\ud800":["$.a"]}""")]
    public void Another_name_is_no_error_and_means_auto(string file) => Assert.Null(Read(file));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""["$.a"]""")]
    [InlineData("""{"jsonpaths":["$.a"]} {"jsonpaths":["$.a"]}""")]
    [InlineData("""{"jsonpaths":["$.a"]} x""")]
    [InlineData("""{"jsonpaths":["$.a"],"x":1}""")]
    [InlineData("""{"jsonpaths":"$.a"}""")]
    [InlineData("""{"jsonpaths":[""]}""")]
    [InlineData("""{"jsonpaths":["$.a",5]}""")]
    [InlineData("""{"jsonpaths":["$.a",null]}""")]
    [InlineData("""{"jsonpaths":["$.a","$['b']"]}""")]
    [InlineData("""{"jsonpaths":["$.*"]}""")]
    [InlineData("""{"jsonpaths":["$.a",]}""")]
    [InlineData("""{'jsonpaths':['$.a']}""")]
    [InlineData("""{"jsonpaths":["$.\ud800"]}""")]
    public void Any_other_fault_is_fatal(string file)
    {
        var exception = Assert.Throws<StarliftException>(() => Read(file));

        Assert.StartsWith("the JSONPaths file s3://bucket/paths can't be used: ", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Hint);
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_fatal() =>
        Assert.Throws<StarliftException>(() => JsonPathsFile.Read("s3://bucket/paths", Encoding.Latin1.GetBytes("{\"jsonpaths\":[\"$.\u00ff\"]}")));

    [Fact]
    public void A_path_of_a_hundred_thousand_steps_is_fatal_and_no_crash() =>
        Assert.Throws<StarliftException>(() => Read("{\"jsonpaths\":[\"$" + string.Concat(Enumerable.Repeat(".a", 100_000)) + "\"]}"));

    static IReadOnlyList<JsonPath>? Read(string file) => JsonPathsFile.Read("s3://bucket/paths", Encoding.UTF8.GetBytes(file));
}
