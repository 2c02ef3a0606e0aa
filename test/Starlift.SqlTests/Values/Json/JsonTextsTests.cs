using System.Text;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Json;

namespace Starlift.SqlTests.Values.Json;

public sealed class JsonTextsTests
{
    const string Sample = """{"f2":{"f3":1},"f4":{"f5":99,"f6":"star"}}""";

    [Theory]
    [InlineData(Sample, "f4.f6", "star")]
    [InlineData(Sample, "f2", """{"f3":1}""")]
    [InlineData("""{"a": [1, {"b": "x\u00e9\n"}]}""", "a.1.b", "xé\n")]
    [InlineData("""{"a": [1, { "b" : 2 }]}""", "a", """[1, { "b" : 2 }]""")]
    [InlineData("""{"a":null}""", "a", null)]
    [InlineData("""{"a":1}""", "b", null)]
    [InlineData("""{"a":1.50}""", "a", "1.50")]
    [InlineData("""{"a":true}""", "a", "true")]
    [InlineData("[null]", "0", null)]
    [InlineData("""{"f2":[1,2}""", "f4", "error")]
    [InlineData("""{"f2":[1,2,]}""", "f2", "error")]
    [InlineData("invalid_json", "0", "error")]
    [InlineData("5", "a", "error")]
    public void A_path_leads_to_a_text(string json, string path, string? expected)
    {
        var result = new TextBuffer();
        if (expected == "error")
        {
            Assert.Contains("JSON parsing error: invalid json object", Assert.Throws<ValueException>(() => JsonTexts.TryPath(Bytes(json), path.Split('.'), false, result)).Message, StringComparison.Ordinal);
            Assert.False(JsonTexts.TryPath(Bytes(json), path.Split('.'), true, result));
            return;
        }

        Assert.Equal(expected, JsonTexts.TryPath(Bytes(json), path.Split('.'), false, result) ? result.ToString() : null);
    }

    [Theory]
    [InlineData("[111,112,113]", 2, "113")]
    [InlineData("[111,112,113]", 3, null)]
    [InlineData("[111,112,113]", -1, null)]
    [InlineData("""["a","",true]""", 1, "")]
    public void Elements_count_from_0(string json, int index, string? expected)
    {
        var result = new TextBuffer();
        Assert.Equal(expected, JsonTexts.TryElement(Bytes(json), index, false, result) ? result.ToString() : null);
    }

    [Fact]
    public void Lengths_are_of_the_outer_array()
    {
        Assert.Equal(5, JsonTexts.ArrayLength("""[11,12,13,{"f1":21,"f2":[25,26]},14]"""u8, false));
        Assert.Null(JsonTexts.ArrayLength("[1"u8, true));
        Assert.Throws<ValueException>(() => JsonTexts.ArrayLength("{}"u8, false));
    }

    [Theory]
    [InlineData("{}", true, false)]
    [InlineData("""{"a": [1,2,"b"]}""", true, false)]
    [InlineData("{{}}", false, false)]
    [InlineData("""{1:"a"}""", false, false)]
    [InlineData("[1,2,3]", false, true)]
    [InlineData("[1,2,]", false, false)]
    [InlineData("""["\ud800"]""", false, false)]
    [InlineData("", false, false)]
    public void Objects_and_arrays_are_told_apart(string json, bool isObject, bool isArray)
    {
        Assert.Equal(isObject, JsonTexts.IsObject(Bytes(json)));
        Assert.Equal(isArray, JsonTexts.IsArray(Bytes(json)));
        Assert.Equal(isObject || isArray, JsonTexts.IsValid(Bytes(json)));
    }

    [Theory]
    [InlineData(""" { "b" : [ 1 , 2.50 , null ] , "a" : "\u00e9\u0001\/" } """, """{"b":[1,2.50,null],"a":"é\u0001/"}""")]
    [InlineData("1e2", "1e2")]
    [InlineData("[]", "[]")]
    [InlineData("""{"a":{"a":{}},"b":[[],[{}]]}""", """{"a":{"a":{}},"b":[[],[{}]]}""")]
    public void Blanks_go_and_the_rest_stays(string json, string expected)
    {
        var result = new TextBuffer();
        SuperText.Parse(Bytes(json), result);
        Assert.Equal(expected, result.ToString());
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("[1")]
    [InlineData("")]
    [InlineData("""["\ud800"]""")]
    public void What_is_no_SUPER_is_refused(string json) => Assert.Throws<ValueException>(() => SuperText.Parse(Bytes(json), new TextBuffer()));

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
