using System.Text;
using Starlift.Copying;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Tests.Objects;
using Starlift.Tests.Sql;

namespace Starlift.Tests.Copying;

/// <summary>A COPY into a table of a test, read by readers of the test's own instead of a warehouse's.</summary>
sealed record SampleCopy
{
    const int RowsPerRead = 7;

    /// <summary>Of the table that is filled.</summary>
    public string Columns { get; init; } = "v varchar(100)";

    /// <summary>Behind the table's name.</summary>
    public string ColumnList { get; init; } = "";

    /// <summary>Behind JSON, or CSV.</summary>
    public string Options { get; init; } = "'auto' maxerror 100000";

    /// <summary>JSON or CSV.</summary>
    public string Format { get; init; } = "json";

    /// <summary>The JSONPaths object, where the options name one.</summary>
    public string? JsonPaths { get; init; }

    public long SliceSize { get; init; } = SliceQueue.LargestSlice;

    public int BlockSize { get; init; } = 4_096;

    public int Readers { get; init; } = 1;

    /// <summary>Records of a known shape take the fast lane.</summary>
    public bool Express { get; init; } = true;

    /// <summary>The sink takes columns in any order.</summary>
    public bool AnyOrder { get; init; }

    public CopyStatement Statement =>
        SqlSamples.Parse<CopyStatement>($"copy t {ColumnList} from 's3://bucket/data' iam_role default {Format} {Options}");

    public PreparedCopy Prepare() => PreparedCopy.Of(
        Statement,
        SqlSamples.Parse<CreateTable>($"create table t ({Columns})"),
        JsonPaths is { } paths ? Encoding.UTF8.GetBytes(paths) : default(ReadOnlyMemory<byte>?));

    public CopyOutcome Load(params string[] objects) => Load([.. objects.Select(Encoding.UTF8.GetBytes)]);

    public CopyOutcome Load(params byte[][] objects)
    {
        var store = new MemoryObjectStore();
        return Load(store, [.. objects.Select((bytes, i) => store.Add($"s3://bucket/data{i}", bytes))]);
    }

    /// <summary>Readers take turns, so that a run can be repeated.</summary>
    public CopyOutcome Load(MemoryObjectStore store, IReadOnlyList<ObjectVersion> versions)
    {
        using var input = new CopyInput(Prepare(), versions, store, new CopyProgress(), SliceSize, BlockSize, CancellationToken.None) { Express = Express };
        return AnyOrder
            ? Load(store, input, new UnorderedTextSink(input.Copy.Columns, RowsPerRead))
            : Load(store, input, new TextSink(input.Copy.Columns, RowsPerRead));
    }

    CopyOutcome Load<TSink>(MemoryObjectStore store, CopyInput input, TSink sink)
        where TSink : struct, ITextSink
    {
        var rows = new List<string>();
        var readers = Enumerable.Range(0, Readers).Select(_ => input.OpenReader()).ToList();
        try
        {
            for (var next = 0; readers.Count > 0; next++)
            {
                var reader = readers[next % readers.Count];
                var count = reader.Read(ref sink, RowsPerRead);
                rows.AddRange(sink.Take(count));
                if (count == 0)
                {
                    reader.Dispose();
                    readers.Remove(reader);
                }
            }
        }
        catch (LoadAbortedException)
        {
        }
        finally
        {
            readers.ForEach(reader => reader.Dispose());
        }

        Assert.Equal(0, store.OpenStreams);
        return CopyOutcome.Of(rows, input.Finish(rows.Count));
    }
}
