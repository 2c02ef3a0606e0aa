using System.Text;

namespace Starlift.Tests.Copying;

public sealed class SuperConversionTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1.50", "1.50")]
    [InlineData("true", "true")]
    [InlineData("\"\"", "\"\"")]
    [InlineData("\"a\\u00e9\\n\"", "\"a\\u00e9\\n\"")]
    [InlineData("\"a\\u0000b\"", "\"a\\u0000b\"")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData("null", "NULL")]
    [InlineData("{ \"a\" : [ 1 , null , { \"b c\" : \"d  e\" } ] }", "{\"a\":[1,null,{\"b c\":\"d  e\"}]}")]
    [InlineData("[\n 1,\r\n\t2 ]", "[1,2]")]
    [InlineData("\"\\ud83d\\ude00\"", "\"\\ud83d\\ude00\"")]
    [InlineData("\"\\ud83d\"", "1224 Invalid JSON format for SUPER: a surrogate stands alone")]
    [InlineData("{\"\\udc00\":1}", "1224 Invalid JSON format for SUPER: a surrogate stands alone")]
    [InlineData("[\"\\ud83d\",\"\\ude00\"]", "1224 Invalid JSON format for SUPER: a surrogate stands alone")]
    [InlineData("\"\\\\ud83d\"", "\"\\\\ud83d\"")]
    public void Any_value_is_kept_as_JSON_without_white_space(string json, string expected) => Assert.Equal(expected, Converted.Of("super", json));

    [Fact]
    public void Invalid_UTF8_is_rejected()
    {
        var outcome = new SampleCopy { Columns = "v super" }.Load(Encoding.Latin1.GetBytes("{\"v\":[\"a\u00ff\"]}"));

        Assert.Equal(
            (1220, "String contains invalid or unsupported UTF-8 codepoints. Bad UTF-8 hex sequence: ff (error 3)", 3),
            ((int)outcome.Reject.Code, outcome.Reject.Reason, outcome.Reject.Position));
    }

    [Theory]
    [InlineData(65_535, true)]
    [InlineData(65_536, false)]
    public void A_string_inside_has_at_most_65535_bytes(int length, bool loads)
    {
        var text = new string('x', length - 1) + "\\n";

        Assert.Equal(
            loads ? $"[\"{text}\"]" : "1224 Invalid JSON format for SUPER: a string is longer than 65535 bytes at [0]",
            Converted.Of("super", $"[\"{text}\"]"));
    }

    [Theory]
    [InlineData("""{"a":[1,{"b":[[],"x",["L"]]}],"c":"x"}""", " at a[1].b[2][0]")]
    [InlineData("""{"a":{"b":{}},"c":"L"}""", " at c")]
    [InlineData("\"L\"", "")]
    public void A_string_that_is_too_long_is_told_by_its_path(string shape, string expected) => Assert.Equal(
        $"1224 Invalid JSON format for SUPER: a string is longer than 65535 bytes{expected}",
        Converted.Of("super", shape.Replace("L", new string('x', 70_000), StringComparison.Ordinal)));

    [Fact]
    public void Many_short_strings_may_be_longer_together()
    {
        var json = "[" + string.Join(',', Enumerable.Repeat("\"abcdefghi\\\"\"", 10_000)) + "]";

        Assert.Equal(json, Converted.Of("super", json));
    }

    [Fact]
    public void Noshred_loads_each_record_whole()
    {
        var outcome = new SampleCopy { Columns = "id int identity(1,1), doc super", ColumnList = "(doc)", Options = "'noshred'" }.Load("{\"a\": 1}[2, 3]");

        Assert.Equal(["{\"a\":1}", "[2,3]"], outcome.Rows);
    }
}
