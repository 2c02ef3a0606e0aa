using System.Text.Json.Nodes;
using Starlift.Aws.Apis;

namespace Starlift.Tests.Aws;

public sealed class DataApiRowsTests
{
    public static TheoryData<string, object?> Fields => new()
    {
        { """{"isNull":true}""", null },
        { """{"isNull":false,"longValue":7}""", 7L },
        { """{"longValue":9223372036854775807}""", long.MaxValue },
        { """{"doubleValue":0.1}""", 0.1 },
        { """{"doubleValue":1}""", 1.0 },
        { """{"doubleValue":1E+300}""", 1e300 },
        { """{"doubleValue":"NaN"}""", double.NaN },
        { """{"doubleValue":"Infinity"}""", double.PositiveInfinity },
        { """{"doubleValue":"-Infinity"}""", double.NegativeInfinity },
        { """{"booleanValue":false}""", false },
        { """{"stringValue":""}""", "" },
        { """{"stringValue":null,"isNull":true}""", null },
        { """{"stringValue":"12345678901234567890.5"}""", "12345678901234567890.5" },
        { """{"blobValue":"AP8="}""", new byte[] { 0, 255 } },
        { """{"aValueOfTheFuture":{}}""", null },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_is_read_by_the_name_of_its_member(string field, object? expected)
    {
        var page = JsonNode.Parse($$"""{"Records":[[{{field}}]]}""")!;
        Assert.Equal(expected, Assert.Single(Assert.Single(DataApiRows.RowsOf(page))));
    }

    [Fact]
    public void A_column_is_called_as_the_query_calls_it()
    {
        var page = JsonNode.Parse("""{"ColumnMetadata":[{"name":"id","label":"number","typeName":"int4"},{"name":"at","label":""}],"Records":[]}""")!;
        Assert.Equal([("number", "int4"), ("at", "")], DataApiRows.ColumnsOf(page));
        Assert.Empty(DataApiRows.RowsOf(page));
    }
}
