using Starlift.Aws;
using Starlift.Objects;

namespace Starlift.S3Tests;

public sealed class S3ListingTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_every_key_of_a_prefix_with_its_version_and_size()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync("data/a.json", "{}");
        await bucket.PutAsync("data/deep/er/b.json", "[1]");
        await bucket.PutAsync("data/folder/", "");
        await bucket.PutAsync("other/c.json", "{}");
        using var store = bucket.Open();

        var listed = await ListAsync(store, bucket.Uri("data/"));

        Assert.Equal([bucket.Uri("data/a.json"), bucket.Uri("data/deep/er/b.json"), bucket.Uri("data/folder/")], listed.Select(version => version.Uri));
        Assert.Equal([2, 3, 0], listed.Select(version => version.Size));
        Assert.Equal("99914b932bd37a50b983c5e7c90ae93b", listed[0].Version);
    }

    [Fact]
    public async Task A_prefix_is_a_beginning_of_keys_and_not_a_folder()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync(["log", "log.json", "log/a", "logs/a", "lo", "x/log"], "{}");
        using var store = bucket.Open();

        Assert.Equal(["log", "log.json", "log/a", "logs/a"], (await ListAsync(store, bucket.Uri("log"))).Select(version => KeyOf(version, bucket)));
        Assert.Empty(await ListAsync(store, bucket.Uri("nothing/")));
        Assert.Equal(6, (await ListAsync(store, $"s3://{bucket.Name}")).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("one/folder/")]
    [InlineData("one/fol")]
    public async Task More_keys_than_a_page_are_all_listed_once(string prefix)
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        // Few large folders, which are listed side by side, beside many small ones and files in between.
        var keys = Enumerable.Range(0, 2_600).Select(i => $"one/folder/{(char)('a' + (i % 3))}/{i % 7}/{i}.json")
            .Concat(Enumerable.Range(0, 20).Select(i => $"one/folder/a{i}/x.json"))
            .Concat(["one/folder/file.json", "one/folder.json", "one/folder/a/file.json"])
            .ToList();
        await bucket.PutAsync(keys, "{}");
        using var store = bucket.Open();

        var listed = await ListAsync(store, bucket.Uri(prefix));

        Assert.Equal(
            keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal), listed.Select(version => KeyOf(version, bucket)));
    }

    [Fact]
    public async Task Many_small_folders_are_listed_page_by_page_and_not_folder_by_folder()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync(Enumerable.Range(0, 2_500).Select(i => $"day={i:0000}/x.json"), "{}");
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, _ => null);
        using var store = bucket.Open(proxy.Endpoint);

        Assert.Equal(2_500, (await ListAsync(store, bucket.Uri())).Count);
        Assert.Equal(3, proxy.Requests.Count);
    }

    [Fact]
    public async Task Few_large_folders_are_listed_side_by_side()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync(Enumerable.Range(0, 2_500).Select(i => $"data/year={2020 + (i % 5)}/{i}.json"), "{}");
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, _ => null);
        using var store = bucket.Open(proxy.Endpoint);

        Assert.Equal(2_500, (await ListAsync(store, bucket.Uri("data/"))).Count);
        Assert.Equal(5, proxy.Requests.Count(request => request.Contains("year%3D", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_consumer_that_stops_ends_the_listing()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync(Enumerable.Range(0, 1_200).Select(i => $"{i:0000}"), "{}");
        using var store = bucket.Open();
        await foreach (var version in store.ListAsync(bucket.Uri(), Cancel))
        {
            Assert.Equal(bucket.Uri("0000"), version.Uri);
            break;
        }
    }

    static async Task<List<ObjectVersion>> ListAsync(S3ObjectStore store, string prefix)
    {
        var versions = new List<ObjectVersion>();
        await foreach (var version in store.ListAsync(prefix, Cancel))
        {
            versions.Add(version);
        }

        return [.. versions.OrderBy(version => version.Uri, StringComparer.Ordinal)];
    }

    static string KeyOf(ObjectVersion version, ScratchBucket bucket) => version.Uri[bucket.Uri().Length..];
}
