using System.Text.Json;

namespace Starlift.Tests.Copying;

public sealed class PathTreeTests
{
    const string NotAnObject = "1216 Invalid JSONPath format: Member is not an object.";
    const string NotAnArray = "1216 Invalid JSONPath format: Not an array or index out of range.";

    [Theory]
    [InlineData("$.a", """{"a":1}""", "1")]
    [InlineData("$.a", """{"b":1}""", "NULL")]
    [InlineData("$.a", """{"A":1}""", "NULL")]
    [InlineData("$.a", "[1]", NotAnObject)]
    [InlineData("$.a.b", """{"a":{"b":"x"}}""", "x")]
    [InlineData("$.a.b", """{"a":{"c":"x"}}""", "NULL")]
    [InlineData("$.a.b", "{}", "NULL")]
    [InlineData("$.a.b", """{"a":null}""", "NULL")]
    [InlineData("$.a.b", """{"a":5}""", NotAnObject)]
    [InlineData("$.a.b", """{"a":"x"}""", NotAnObject)]
    [InlineData("$.a.b", """{"a":true}""", NotAnObject)]
    [InlineData("$.a.b", """{"a":[{"b":1}]}""", NotAnObject)]
    [InlineData("$.a[1]", """{"a":[1,"x"]}""", "x")]
    [InlineData("$.a[1]", """{"a":[1,null]}""", "NULL")]
    [InlineData("$.a[1]", """{"a":[1]}""", NotAnArray)]
    [InlineData("$.a[1]", """{"a":[]}""", NotAnArray)]
    [InlineData("$.a[1]", """{"a":5}""", NotAnArray)]
    [InlineData("$.a[1]", """{"a":{"1":5}}""", NotAnArray)]
    [InlineData("$.a[1]", """{"a":null}""", NotAnArray)]
    [InlineData("$.a[1]", "{}", NotAnArray)]
    [InlineData("$[0]", "[7]", "7")]
    [InlineData("$[1]", "[7]", NotAnArray)]
    [InlineData("$[0]", """{"a":1}""", NotAnArray)]
    [InlineData("$[0].a", """[{"a":"x"}]""", "x")]
    [InlineData("$[0].a", """[{"b":"x"}]""", "NULL")]
    [InlineData("$[0].a", "[null]", "NULL")]
    [InlineData("$[0].a", "[5]", NotAnObject)]
    [InlineData("$[0].a", "[]", NotAnArray)]
    [InlineData("$[0].a[0]", "[{}]", NotAnArray)]
    [InlineData("$[0].a[0].b", """[{"a":[{}]}]""", "NULL")]
    [InlineData("$[0][1]", "[[1,[2, 3]]]", "[2, 3]")]
    [InlineData("$.a", """{"a":{"b": [1]}}""", """{"b": [1]}""")]
    [InlineData("$", """{"a": 1}""", """{"a": 1}""")]
    [InlineData("$", "[1, 2]", "[1, 2]")]
    public void A_path_finds_its_element_or_says_why_not(string path, string record, string expected) => Assert.Equal(expected, Load(record, path));

    [Fact]
    public void Paths_may_share_steps_end_at_the_same_value_and_stand_twice() =>
        Assert.Equal(
            """{"b":[1,2,3],"c":"x"}|[1,2,3]|3|1|x|3|{"a":{"b":[1,2,3],"c":"x"}}|NULL""",
            Load("""{"a":{"b":[1,2,3],"c":"x"}}""", "$.a", "$.a.b", "$.a.b[2]", "$.a.b[0]", "$.a.c", "$.a.b[2]", "$", "$.d"));

    [Fact]
    public void Indexes_far_apart_are_found()
    {
        var array = "[" + string.Join(',', Enumerable.Range(0, 100_000)) + "]";

        Assert.Equal("99999|0|5", Load(array, "$[99999]", "$[0]", "$[5]"));
    }

    [Fact]
    public void A_thousand_paths_to_high_indexes_take_no_memory_to_speak_of()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var tree = Starlift.Copying.PathTree.Of([.. Enumerable.Range(0, 1_000).Select(i => Starlift.Copying.JsonPath.Parse($"$.a{i}[2000000]"))]);

        Assert.Equal(2_001, tree.NodeCount);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 100_000_000);
    }

    static string Load(string record, params string[] paths)
    {
        var outcome = new SampleCopy
        {
            Columns = string.Join(", ", paths.Select((_, i) => $"c{i} varchar(100)")),
            Options = "'s3://bucket/paths' maxerror 9",
            JsonPaths = JsonSerializer.Serialize(new { jsonpaths = paths }),
        }.Load(record);
        return outcome.Rows is [var row] ? row : $"{(int)outcome.Reject.Code} {outcome.Reject.Reason}";
    }
}
