using Starlift.Aws;
using Starlift.Errors;
using Starlift.Objects;
using static Starlift.S3Tests.ScriptedAnswer;

namespace Starlift.S3Tests;

/// <summary>Servers that answer what S3 never does: a load is whole, or it fails with a sentence and after few requests.</summary>
public sealed class BrokenServerTests
{
    static readonly byte[] Large = [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)(i * 7))];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> BrokenPages => new()
    {
        { "goes on without a token", "says that its listing goes on, and not where" },
        { "goes on with an empty token", "says that its listing goes on, and not where" },
        { "repeats a token", "gives a continuation token twice, so that its listing has no end" },
        { "no ETag", "lists s3://b/p/a without an ETag, by which versions are told apart" },
        { "empty ETag", "lists s3://b/p/a without an ETag, by which versions are told apart" },
        { "no size", "lists s3://b/p/a without its size" },
        { "another prefix", "lists 'q/a', which does not begin with the prefix that was asked for" },
        { "no key", "lists '', which does not begin with the prefix that was asked for" },
        { "no listing", "answers with something that is no listing" },
        { "never ends", "s3://b/p/ can't be listed: 100 pages of its listing in a row brought no key that was not there before" },
        { "empty pages", "s3://b/p/ can't be listed: 100 pages of its listing in a row brought no key that was not there before" },
        { "too long", "answers with more than the 16 MB that a listing or an error has at most" },
        { "an error too long", "answers with more than the 16 MB that a listing or an error has at most" },
        { "a folder in itself", "lists s3://b/p/ as a folder of s3://b/p/" },
    };

    [Theory]
    [MemberData(nameof(BrokenPages))]
    public async Task A_broken_listing_fails_and_is_never_taken_for_a_whole_one(string how, string expected)
    {
        await using var server = new ScriptedS3((request, number) => how switch
        {
            "goes on without a token" => Page("true", null, Listed("p/a")),
            "goes on with an empty token" => Page("true", "", Listed("p/a")),
            "repeats a token" => Page("true", "t", Listed($"p/{number}")),
            "no ETag" => Page("false", null, Listed("p/a", etag: null)),
            "empty ETag" => Page("false", null, Listed("p/a", etag: "&quot;&quot;")),
            "no size" => Page("false", null, Listed("p/a", size: null)),
            "another prefix" => Page("false", null, Listed("q/a")),
            "no key" => Page("false", null, Listed("")),
            "no listing" => Page(null, null),
            "never ends" => Page("true", $"t{number}", Listed("p/a")),
            "too long" => Page("false", null, new string(' ', 17_000_000)),
            "an error too long" => Page("false", null, new string(' ', 17_000_000)) with { Status = "500 Internal Server Error" },
            "empty pages" => Page("true", $"t{number}"),
            _ => IsByFolder(request) ? Page("false", null, Folder("p/")) : Page("true", $"t{number}", Listed($"p/{number}")),
        });
        using var store = Open(server);

        var error = await Assert.ThrowsAsync<StarliftException>(async () => await ListAsync(store));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Access, error.ExitCode);
        Assert.NotNull(error.Hint);
        Assert.InRange(server.Requests.Count, 1, 105);
    }

    [Fact]
    public async Task Pages_that_overlap_and_keys_out_of_order_give_each_object_once()
    {
        await using var server = new ScriptedS3((request, _) => IsByFolder(request) ? Page("true", "x", Listed("p/b")) : Token(request) switch
        {
            null => Page("true", "t1", Listed("p/b"), Listed("p/a"), Listed("p/b")),
            "t1" => Page("true", "t2", Listed("p/a"), Listed("p/c")),
            "t2" => Page("true", "t3"),
            _ => Page("false", null, Listed("p/c"), Listed("p/a"), Listed("p/d")),
        });
        using var store = Open(server);

        Assert.Equal(["s3://b/p/a", "s3://b/p/b", "s3://b/p/c", "s3://b/p/d"], (await ListAsync(store)).Select(version => version.Uri).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Folders_that_are_listed_twice_give_each_object_once()
    {
        await using var server = new ScriptedS3((request, _) =>
            IsByFolder(request) ? Page("false", null, Folder("p/x/"), Folder("p/y/"), Folder("p/x/"))
            : request.FirstLine.Contains("x%2F", StringComparison.OrdinalIgnoreCase) ? Page("false", null, Listed("p/x/a"))
            : request.FirstLine.Contains("y%2F", StringComparison.OrdinalIgnoreCase) ? Page("false", null, Listed("p/y/b"))
            : Page("true", "t", Listed("p/x/a")));
        using var store = Open(server);

        Assert.Equal(["s3://b/p/x/a", "s3://b/p/y/b"], (await ListAsync(store)).Select(version => version.Uri).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_object_that_is_listed_in_two_versions_has_changed()
    {
        await using var server = new ScriptedS3((_, _) => Page("false", null, Listed("p/a"), Listed("p/a", etag: "&quot;2&quot;")));
        using var store = Open(server);

        var error = await Assert.ThrowsAsync<StarliftException>(async () => await ListAsync(store));

        Assert.Equal(("s3://b/p/a changed while it was listed", ExitCode.RunFailed), (error.Message, error.ExitCode));
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_is_told_after_few_requests()
    {
        await using var server = new ScriptedS3((_, _) => new("200 OK", ["ETag: \"1\""], Large));
        using var store = Open(server);

        var error = Assert.Throws<StarliftException>(() => Read(store, new ObjectVersion("s3://b/k", "1", Large.Length)));

        Assert.Contains("sends the whole object where bytes ", error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Access, error.ExitCode);
        Assert.InRange(server.Requests.Count, 1, 4);
    }

    [Fact]
    public async Task A_server_that_ignores_ranges_gives_objects_that_are_read_at_once()
    {
        await using var server = new ScriptedS3((_, _) => new("200 OK", ["ETag: \"1\""], Large[..1_000_000]));
        using var store = Open(server);

        Assert.Equal(Large[..1_000_000], Read(store, new ObjectVersion("s3://b/k", "1", 1_000_000)));
    }

    [Theory]
    [InlineData("bytes 5-1048580/3000000")]
    [InlineData("bytes 0-1048575/4000000")]
    [InlineData("bytes 0-1048574/3000000")]
    [InlineData("")]
    public async Task Bytes_of_another_range_are_never_taken(string range)
    {
        await using var server = new ScriptedS3((_, _) =>
            new("206 Partial Content", range.Length == 0 ? ["ETag: \"1\""] : ["ETag: \"1\"", $"Content-Range: {range}"], Large[..1_048_576]));
        using var store = Open(server);

        var error = Assert.Throws<StarliftException>(() => Read(store, new ObjectVersion("s3://b/k", "1", Large.Length)));

        Assert.Contains("' where bytes ", error.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 1, 60);
    }

    [Fact]
    public async Task A_server_that_goes_on_sending_is_given_up()
    {
        await using var server = new ScriptedS3((_, _) => new("200 OK", ["ETag: \"1\""], Large));
        using var store = Open(server);

        var error = Assert.Throws<StarliftException>(() => Read(store, new ObjectVersion("s3://b/k", "1", 500_000)));

        Assert.Contains("sends more bytes than it was asked for", error.Message, StringComparison.Ordinal);
        Assert.InRange(server.Requests.Count, 1, 60);
    }

    [Theory]
    [InlineData("Content-Length: 5", "answers without an ETag")]
    [InlineData("ETag: \"1\"", "answers without the object's size")]
    public async Task An_object_without_version_or_size_is_an_error(string header, string expected)
    {
        await using var server = new ScriptedS3((_, _) => new("200 OK", [header], []));
        using var store = Open(server);

        var error = await Assert.ThrowsAsync<StarliftException>(async () => await store.FindAsync("s3://b/k", Cancel));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Access, error.ExitCode);
    }

    static bool IsByFolder(HttpHead request) => request.FirstLine.Contains("delimiter=%2F", StringComparison.OrdinalIgnoreCase);

    static string? Token(HttpHead request) => request.FirstLine.Split("continuation-token=") is [_, var rest] ? rest.Split('&', ' ')[0] : null;

    // These servers answer at once; it is the machine that may be busy.
    static S3ObjectStore Open(ScriptedS3 server) => new(ScratchBucket.OptionsFor(server.Endpoint) with
    {
        StallTimeout = TimeSpan.FromSeconds(5),
        PatienceAtFirst = TimeSpan.FromSeconds(1),
        Patience = TimeSpan.FromSeconds(1),
    });

    static byte[] Read(S3ObjectStore store, ObjectVersion version)
    {
        using var stream = store.OpenRead(version, 0, version.Size, Cancel);
        var all = new MemoryStream();
        stream.CopyTo(all);
        return all.ToArray();
    }

    static async Task<List<ObjectVersion>> ListAsync(S3ObjectStore store)
    {
        var versions = new List<ObjectVersion>();
        await foreach (var version in store.ListAsync("s3://b/p/", Cancel))
        {
            versions.Add(version);
        }

        return versions;
    }
}
