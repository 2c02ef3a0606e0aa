using Starlift.Objects;

namespace Starlift.Tests.Objects;

public sealed class RoutedObjectStoreTests
{
    readonly MemoryObjectStore _local = new();
    readonly MemoryObjectStore _s3 = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public RoutedObjectStoreTests()
    {
        _local.Add("/data/a", "1"u8);
        _s3.Add("s3://bucket/a", "22"u8);
    }

    [Fact]
    public async Task Each_uri_goes_to_its_store()
    {
        var store = new RoutedObjectStore(_local, new Lazy<IObjectStore>(_s3));

        Assert.Equal(1, (await store.FindAsync("/data/a", Stop))!.Size);
        Assert.Equal(2, (await store.FindAsync("s3://bucket/a", Stop))!.Size);
        Assert.Single(await store.ListAsync("s3://bucket/", Stop).ToListAsync(Stop));
        Assert.Equal(2, store.OpenRead(new ObjectVersion("s3://bucket/a", "1", 2), 0, 6, Stop).Length);
    }

    [Fact]
    public async Task The_S3_store_is_made_when_the_first_uri_asks_for_it()
    {
        var s3 = new Lazy<IObjectStore>(() => _s3);
        var store = new RoutedObjectStore(_local, s3);

        await store.FindAsync("/data/a", Stop);
        Assert.False(s3.IsValueCreated);
        await store.FindAsync("s3://bucket/a", Stop);
        Assert.True(s3.IsValueCreated);
    }
}
