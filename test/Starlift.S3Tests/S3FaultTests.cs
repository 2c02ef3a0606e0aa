using System.Diagnostics;
using Starlift.Aws;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.S3Tests;

public sealed class S3FaultTests
{
    static readonly Fault[] Menu = [.. Enum.GetValues<Fault>().Where(fault => fault != Fault.WrongRegion)];

    public static TheoryData<Fault> EachFault => [.. Menu];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(EachFault))]
    public async Task A_fault_in_some_answers_changes_nothing_of_the_data(Fault fault)
    {
        using var bucket = await FilledBucketAsync(objects: 60);
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, FaultProxy.Sometimes(0.15, fault));
        using var store = bucket.Open(proxy.Endpoint);

        Assert.Equal(await ReadAllAsync(bucket, bucket.Server.Endpoint), await ReadAllAsync(bucket, proxy.Endpoint));
        Assert.NotEqual(0, proxy.Faults);
    }

    [Fact]
    public async Task The_whole_menu_on_5_percent_of_many_requests_changes_nothing_of_the_data()
    {
        using var bucket = await FilledBucketAsync(objects: 1_200);
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, FaultProxy.Sometimes(0.05, Menu));

        Assert.Equal(await ReadAllAsync(bucket, bucket.Server.Endpoint), await ReadAllAsync(bucket, proxy.Endpoint));
        Assert.InRange(proxy.Faults, 30, 200);
    }

    [Theory]
    [MemberData(nameof(EachFault))]
    public async Task A_fault_in_every_read_ends_in_bounded_time_with_a_clear_error(Fault fault)
    {
        using var bucket = await FilledBucketAsync(objects: 1);
        await using var proxy = new FaultProxy(bucket.Server.Endpoint, request => request.IsGet ? fault : null);
        using var store = new S3ObjectStore(ScratchBucket.OptionsFor(proxy.Endpoint) with { Patience = TimeSpan.FromSeconds(2) });
        var version = (await store.FindAsync(bucket.Uri("large"), Cancel))!;
        var started = Stopwatch.StartNew();

        using var stream = store.OpenRead(version, 0, version.Size, Cancel);
        var error = Assert.Throws<StarliftException>(() => stream.CopyTo(Stream.Null));

        Assert.Equal(ExitCode.Access, error.ExitCode);
        Assert.StartsWith(version.Uri, error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Hint);
        Assert.InRange(started.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task A_cut_body_is_read_on_from_where_it_was_cut()
    {
        using var bucket = await FilledBucketAsync(objects: 0);
        var answers = 0;
        await using var proxy = new FaultProxy(
            bucket.Server.Endpoint, request => request.IsGet && Interlocked.Increment(ref answers) == 1 ? Fault.StalledBody : null);
        var retries = new List<S3Retry>();
        using var store = new S3ObjectStore(ScratchBucket.OptionsFor(proxy.Endpoint) with { Retrying = retries.Add });
        var version = (await store.FindAsync(bucket.Uri("large"), Cancel))!;

        using var stream = store.OpenRead(version, 0, 1_000_000, Cancel);
        stream.ReadExactly(new byte[1_000_000]);

        Assert.Equal(2, answers);
        Assert.Equal([(version.Uri, 1)], retries.Select(retry => (retry.Uri, retry.Attempt)));
    }

    static async Task<ScratchBucket> FilledBucketAsync(int objects)
    {
        var bucket = await S3Server.Get().MakeBucketAsync();
        var large = new byte[6_000_000];
        new Random(1).NextBytes(large);
        await bucket.PutAsync("large", large);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, objects),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (i, _) => await bucket.PutAsync($"small/{i:0000}", $"the body of object {i}"));
        return bucket;
    }

    /// <summary>By uri, what the objects hold, read as a COPY reads them: many streams open ahead of the one that is read.</summary>
    static async Task<SortedDictionary<string, string>> ReadAllAsync(ScratchBucket bucket, Uri endpoint)
    {
        using var store = bucket.Open(endpoint);
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var ahead = new Queue<(ObjectVersion Version, Stream Stream)>();
        await foreach (var version in store.ListAsync(bucket.Uri(), Cancel))
        {
            ahead.Enqueue((version, store.OpenRead(version, 0, version.Size, Cancel)));
            if (ahead.Count > store.StreamsAhead(version.Uri))
            {
                Add(ahead.Dequeue());
            }
        }

        while (ahead.TryDequeue(out var rest))
        {
            Add(rest);
        }

        return found;

        void Add((ObjectVersion Version, Stream Stream) opened)
        {
            using var stream = opened.Stream;
            found.Add(opened.Version.Uri, Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(stream)));
        }
    }
}
