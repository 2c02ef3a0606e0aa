using System.Text;
using System.Text.Json;
using Starlift.Sql.Values.Json;

namespace Starlift.SqlTests.Values.Json;

public sealed class SuperPathTests
{
    const string Value = """ {"a" : {"b": [1.50, "x,]}", {"c": 2e0}, null, [ ] ]}, "t\u0065xt": "}", "q\"u": 7, "a": 8, "": 9} """;

    [Theory]
    [InlineData("""["a","b",0]""", "1.50")]
    [InlineData("""["a","b",1]""", "\"x,]}\"")]
    [InlineData("""["a","b",2,"c"]""", "2e0")]
    [InlineData("""["a","b",3]""", "null")]
    [InlineData("""["a","b",4]""", "[ ]")]
    [InlineData("""["text"]""", "\"}\"")]
    [InlineData("""["q\"u"]""", "7")]
    [InlineData("""[""]""", "9")]
    [InlineData("""["a","b",5]""", null)]
    [InlineData("""["a","b",-1]""", null)]
    [InlineData("""["a",0]""", null)]
    [InlineData("""["b"]""", null)]
    [InlineData("""["t\\u0065xt"]""", null)]
    public void A_value_is_found_as_it_is_written(string path, string? expected) => Assert.Equal(expected, Found(Value, path));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":\"x\\")]
    [InlineData("{\"a\":[1")]
    [InlineData("{\"b\":[{\"c\"]")]
    public void In_a_text_that_is_no_JSON_nothing_is_found(string json) => Assert.Null(Found(json, """["a"]"""));

    [Fact]
    public void Every_value_of_any_JSON_is_found_where_a_reader_finds_it()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var json = Made(random, 4);
            using var document = JsonDocument.Parse(json);
            Compare(json, document.RootElement, []);
        }
    }

    [Fact]
    public void The_elements_of_an_array_come_one_after_the_other()
    {
        var json = "[1, [2,3] ,{\"a\":4}, \"]\",null]"u8;
        var found = new List<string>();
        for (var at = SuperSlices.Start(json); SuperSlices.TryNext(json, ref at, out var element);)
        {
            found.Add(Encoding.UTF8.GetString(element));
        }

        Assert.Equal(["1", "[2,3]", "{\"a\":4}", "\"]\"", "null"], found);
    }

    static void Compare(string json, JsonElement value, IReadOnlyList<string> path)
    {
        Assert.Equal(value.GetRawText(), Found(json, SuperPath.Text(path)));
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    Compare(json, member.Value, [.. path, SuperPath.Step(member.Name)]);
                }

                break;
            case JsonValueKind.Array:
                foreach (var (index, element) in value.EnumerateArray().Index())
                {
                    Compare(json, element, [.. path, $"{index}"]);
                }

                break;
        }
    }

    static string Made(Random random, int depth) => (depth == 0 ? random.Next(3) : random.Next(5)) switch
    {
        0 => $"{random.Next(-50, 50)}.50",
        1 => JsonSerializer.Serialize(string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "{}[]\",:\\ é\n"[random.Next(11)]))),
        2 => "null",
        3 => $"[{string.Join(" ,", Enumerable.Range(0, random.Next(4)).Select(_ => Made(random, depth - 1)))}]",
        _ => $"{{ {string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(i => $"\"{i}\\\"}}\" : {Made(random, depth - 1)}"))}}}",
    };

    static string? Found(string json, string path) => SuperPath.Read(path).TryFind(Encoding.UTF8.GetBytes(json), out var found) ? Encoding.UTF8.GetString(found) : null;
}
