using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Tests.Objects;

public sealed class SmallObjectTests
{
    readonly MemoryObjectStore _store = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_object_is_read_whole()
    {
        _store.Add("s3://bucket/a", "text"u8);

        Assert.Equal("text"u8.ToArray(), (await ReadAsync("s3://bucket/a")).ToArray());
        Assert.Equal(0, _store.OpenStreams);
    }

    [Fact]
    public async Task A_missing_object_is_named() => Assert.Equal(
        "the JSONPaths file s3://bucket/a was not found",
        (await Assert.ThrowsAsync<StarliftException>(() => ReadAsync("s3://bucket/a"))).Message);

    [Fact]
    public async Task An_object_that_can_not_be_read_is_named()
    {
        _store.Add("s3://bucket/a", "text"u8);
        _store.BeforeRead = _ => throw new IOException("the disk is gone");

        Assert.Equal(
            "can't read the JSONPaths file s3://bucket/a: the disk is gone",
            (await Assert.ThrowsAsync<StarliftException>(() => ReadAsync("s3://bucket/a"))).Message);
    }

    Task<ReadOnlyMemory<byte>> ReadAsync(string uri) => SmallObject.ReadAsync(_store, uri, "JSONPaths file", Stop);
}
