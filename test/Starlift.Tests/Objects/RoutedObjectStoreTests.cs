using Starlift.Errors;
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
        var store = new RoutedObjectStore(_local, _s3);

        Assert.Equal(1, (await store.FindAsync("/data/a", Stop))!.Size);
        Assert.Equal(2, (await store.FindAsync("s3://bucket/a", Stop))!.Size);
        Assert.Single(await store.ListAsync("s3://bucket/", Stop).ToListAsync(Stop));
        Assert.Equal(2, store.OpenRead(new ObjectVersion("s3://bucket/a", "1", 2), 0).Length);
    }

    [Fact]
    public async Task Without_an_S3_store_the_way_to_one_is_shown()
    {
        var store = new RoutedObjectStore(_local, null);

        var exception = await Assert.ThrowsAsync<ConfigurationException>(async () => await store.FindAsync("s3://bucket/a", Stop));

        Assert.Contains("--s3-root", exception.Hint, StringComparison.Ordinal);
    }
}
