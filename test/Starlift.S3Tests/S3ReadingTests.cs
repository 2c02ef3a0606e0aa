using Starlift.Aws;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.S3Tests;

public sealed class S3ReadingTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> OddKeys =>
    [
        "a b", "a+b", "a%b", "a%20b", "a%2Fb", "a/../b", "../x", "./y", "a//b", "/a", "//a", "a/.", "line\nbreak", "tab\t", "\r", "\u0001", "日本/ümlaut", "😀",
        "q?x=1&y#z", "back\\slash", "a'b\"c", "<xml>&amp;", "{a}", "folder/", "_a:b*c(d)e!~",
    ];

    [Theory]
    [MemberData(nameof(OddKeys))]
    public async Task A_key_is_data(string key)
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        var body = $"the body of {key}";
        await bucket.PutAsync(key, body);
        using var store = bucket.Open();
        var listed = await ListAsync(store, bucket.Uri(key));

        Assert.Equal([bucket.Uri(key)], listed.Select(version => version.Uri));
        Assert.Equal(listed[0], await store.FindAsync(bucket.Uri(key), Cancel));
        Assert.Equal(body, System.Text.Encoding.UTF8.GetString(Read(store, listed[0])));
    }

    [Fact]
    public async Task An_object_that_does_not_exist_is_not_found()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        using var store = bucket.Open();
        Assert.Null(await store.FindAsync(bucket.Uri("nothing"), Cancel));
        Assert.Null(await store.FindAsync(bucket.Uri(), Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1 << 20)]
    [InlineData((1 << 20) + 1)]
    [InlineData(9_000_000)]
    public async Task An_object_is_read_whole_and_from_any_offset(int size)
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        var bytes = Bytes(size);
        await bucket.PutAsync("object", bytes);
        using var store = bucket.Open();
        var version = (await store.FindAsync(bucket.Uri("object"), Cancel))!;

        Assert.Equal(size, version.Size);
        Assert.Equal(bytes, Read(store, version));
        Assert.Equal(bytes[(size / 3)..], Read(store, version, size / 3));
        Assert.Equal(bytes[(size / 3)..], Read(store, version, size / 3, expected: size / 4));
        Assert.Empty(Read(store, version, size));
    }

    [Fact]
    public async Task Nothing_behind_the_expected_bytes_is_read_ahead()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync("object", Bytes(9_000_000));
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, _ => null);
        using var store = bucket.Open(proxy.Endpoint);
        var version = (await store.FindAsync(bucket.Uri("object"), Cancel))!;
        using (var stream = store.OpenRead(version, 100, 2_000_000, Cancel))
        {
            stream.ReadExactly(new byte[2_000_000]);
        }

        Assert.Equal(2, proxy.Requests.Count(request => request.StartsWith("GET ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(10)]
    [InlineData(5_000_000)]
    public async Task An_object_that_changed_since_it_was_listed_is_not_read(int size)
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync("object", Bytes(size));
        using var store = bucket.Open();
        var version = (await store.FindAsync(bucket.Uri("object"), Cancel))!;
        await bucket.PutAsync("object", Bytes(size, seed: 2));

        var error = Assert.Throws<StarliftException>(() => Read(store, version));

        Assert.Equal($"{version.Uri} changed between listing and reading", error.Message);
        Assert.Equal(ExitCode.RunFailed, error.ExitCode);
    }

    [Fact]
    public async Task An_object_that_changes_while_it_is_read_is_noticed()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync("object", Bytes(20_000_000));
        using var store = bucket.Open();
        var version = (await store.FindAsync(bucket.Uri("object"), Cancel))!;
        using var stream = store.OpenRead(version, 0, version.Size, Cancel);
        stream.ReadExactly(new byte[1_000]);
        await bucket.PutAsync("object", Bytes(20_000_000, seed: 2));

        var error = Assert.Throws<StarliftException>(() => stream.CopyTo(Stream.Null));
        Assert.Contains("changed between listing and reading", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_that_vanished_since_it_was_listed_is_told()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync("object", "{}");
        using var store = bucket.Open();
        var version = (await store.FindAsync(bucket.Uri("object"), Cancel))!;
        await bucket.Client.DeleteObjectAsync(bucket.Name, "object", Cancel);

        Assert.Equal($"{version.Uri} vanished between listing and reading", Assert.Throws<StarliftException>(() => Read(store, version)).Message);
    }

    [Fact]
    public async Task A_cancelled_read_ends_although_the_server_is_silent()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync("object", "{}");
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, request => request.IsGet ? Fault.Stall : null);
        using var store = new S3ObjectStore(ScratchBucket.OptionsFor(proxy.Endpoint) with { StallTimeout = TimeSpan.FromMinutes(1) });
        var version = (await store.FindAsync(bucket.Uri("object"), Cancel))!;
        using var ending = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        using var stream = store.OpenRead(version, 0, version.Size, ending.Token);
        Assert.ThrowsAny<OperationCanceledException>(() => stream.ReadByte());
    }

    [Fact]
    public async Task A_bucket_in_another_region_is_found_there()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await bucket.PutAsync("object", "{}");
        await using var proxy = new FaultProxy(
            bucket.Server.Endpoint,
            request => request["Authorization"]!.Contains($"/{FaultyExchange.OtherRegion}/", StringComparison.Ordinal) ? null : Fault.WrongRegion);
        using var store = bucket.Open(proxy.Endpoint);

        var version = Assert.Single(await ListAsync(store, bucket.Uri()));
        Assert.Equal(version, await store.FindAsync(bucket.Uri("object"), Cancel));
        Assert.Equal("{}"u8, Read(store, version));
        Assert.Equal(1, proxy.Faults);

        using var finding = bucket.Open(proxy.Endpoint);
        Assert.Equal(version, await finding.FindAsync(bucket.Uri("object"), Cancel));
        Assert.Equal(2, proxy.Faults);
    }

    [Fact]
    public async Task A_bucket_that_is_in_no_region_is_told()
    {
        using var bucket = await S3Server.Get().MakeBucketAsync();
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, _ => Fault.WrongRegion);
        using var store = bucket.Open(proxy.Endpoint);

        var error = await Assert.ThrowsAsync<StarliftException>(() => ListAsync(store, bucket.Uri()));
        Assert.Equal($"{bucket.Uri()} can't be read: the bucket is not in the region {FaultyExchange.OtherRegion}", error.Message);
        Assert.Equal(ExitCode.Access, error.ExitCode);
    }

    static async Task<List<ObjectVersion>> ListAsync(S3ObjectStore store, string prefix)
    {
        var versions = new List<ObjectVersion>();
        await foreach (var version in store.ListAsync(prefix, Cancel))
        {
            versions.Add(version);
        }

        return versions;
    }

    static byte[] Read(S3ObjectStore store, ObjectVersion version, long offset = 0, long expected = long.MaxValue)
    {
        using var stream = store.OpenRead(version, offset, expected, Cancel);
        var copy = new MemoryStream();
        stream.CopyTo(copy, 100_000);
        return copy.ToArray();
    }

    static byte[] Bytes(int size, int seed = 1)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
