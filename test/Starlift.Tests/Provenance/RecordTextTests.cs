using System.Text;
using Starlift.Provenance;
using Starlift.Sql;
using Starlift.Tests.Objects;
using Starlift.Tests.Sql;

namespace Starlift.Tests.Provenance;

public sealed class RecordTextTests
{
    [Theory]
    [InlineData("json 'auto'", "{\"a\":1}\n{\"a\":\n\"}\"} {}", 8, 2, "{\"a\":\n\"}\"}")]
    [InlineData("csv", "1,x\r\n2,\"a\nb\"\r\n3,y", 5, 2, "2,\"a\nb\"")]
    [InlineData("csv quote '%'", "1,%\n%\n2,\"\n3,y", 6, 3, "2,\"")]
    [InlineData("csv", "1,x\n2,y", 4, 2, "2,y")]
    public void A_record_is_read_as_it_stands(string format, string data, int offset, int line, string text)
    {
        var store = new MemoryObjectStore();
        var version = store.Add("s3://b/1", Encoding.UTF8.GetBytes(data));
        var copy = SqlSamples.Parse<CopyStatement>($"copy t from 's3://b/' iam_role default {format}");

        Assert.Equal((line, text), RecordText.Read(store, version, copy, offset, TestContext.Current.CancellationToken));
    }
}
