using CsCheck;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Tests.Copying;

namespace Starlift.Tests.Objects;

public sealed class S3FolderObjectStoreTests : IDisposable
{
    readonly ScratchFolder _folder = new();
    readonly S3FolderObjectStore _store;

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public S3FolderObjectStoreTests()
    {
        _folder.Write("outside.json", "secret");
        _folder.Write("root/bucket/data/a.json", "a");
        _folder.Write("root/bucket/data.json", "b");
        _folder.Write("root/bucket2/data/c.json", "c");
        _folder.Write("root2/bucket/d.json", "d");
        _store = new S3FolderObjectStore(Path.Combine(_folder.Path, "root"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("s3://bucket/data", "s3://bucket/data.json s3://bucket/data/a.json")]
    [InlineData("s3://bucket/data/", "s3://bucket/data/a.json")]
    [InlineData("s3://bucket/", "s3://bucket/data.json s3://bucket/data/a.json")]
    [InlineData("s3://bucket", "s3://bucket/data.json s3://bucket/data/a.json")]
    [InlineData("s3://buck", "")]
    [InlineData("s3://none/data", "")]
    public async Task A_bucket_is_a_folder_and_a_prefix_begins_a_key(string prefix, string found)
    {
        var listed = await _store.ListAsync(prefix, Stop).ToListAsync(Stop);

        Assert.Equal(found, string.Join(' ', listed.Select(version => version.Uri).Order(StringComparer.Ordinal)));
        foreach (var version in listed)
        {
            Assert.Equal(version, await _store.FindAsync(version.Uri, Stop));
            Assert.Equal(1, _store.OpenRead(version, 0, version.Size - 0, Stop).Length);
        }
    }

    [Theory]
    [InlineData("s3://bucket/../../outside.json")]
    [InlineData("s3://../outside.json")]
    [InlineData("s3://bucket/..")]
    [InlineData("s3://bucket/./data.json")]
    [InlineData("s3://..")]
    public async Task No_key_leads_out_of_the_root(string uri)
    {
        await Assert.ThrowsAsync<ConfigurationException>(async () => await _store.FindAsync(uri, Stop));
        await Assert.ThrowsAsync<ConfigurationException>(async () => await _store.ListAsync(uri, Stop).ToListAsync(Stop));
        Assert.Throws<ConfigurationException>(() => _store.OpenRead(new ObjectVersion(uri, "6-0", 6), 0, 6, Stop));
    }

    [Fact]
    public async Task An_absolute_key_stays_below_the_root()
    {
        Assert.Null(await _store.FindAsync($"s3:///{_folder.Path}/outside.json", Stop));
        Assert.Empty(await _store.ListAsync($"s3://{_folder.Path}/out", Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task No_link_leads_out_of_the_root()
    {
        _folder.Link("root/bucket/evil.json", "../../outside.json");
        _folder.Link("root/evil", "../root2/bucket");
        _folder.Link("linked", "root");

        await Assert.ThrowsAsync<ConfigurationException>(async () => await _store.ListAsync("s3://bucket/", Stop).ToListAsync(Stop));
        await Assert.ThrowsAsync<ConfigurationException>(async () => await _store.FindAsync("s3://bucket/evil.json", Stop));
        await Assert.ThrowsAsync<ConfigurationException>(async () => await _store.ListAsync("s3://evil/", Stop).ToListAsync(Stop));
        await Assert.ThrowsAsync<ConfigurationException>(() => _store.WriteAsync("s3://evil/new.json", new byte[1], Stop));
        Assert.NotNull(await new S3FolderObjectStore(Path.Combine(_folder.Path, "root"), Path.Combine(_folder.Path, "root2")).FindAsync("s3://evil/d.json", Stop));
        Assert.NotNull(await new S3FolderObjectStore(Path.Combine(_folder.Path, "linked")).FindAsync("s3://bucket/data.json", Stop));
    }

    [Fact]
    public async Task A_key_with_two_slashes_is_found_and_read()
    {
        var version = (await _store.FindAsync("s3://bucket//data.json", Stop))!;

        Assert.Equal("s3://bucket//data.json", version.Uri);
        Assert.Equal(1, _store.OpenRead(version, 0, version.Size - 0, Stop).Length);
    }

    [Fact]
    public void No_key_whatever_finds_what_is_outside() =>
        Pick.From("..", ".", "/", "//", "\\", "a", "outside.json", "root2", "bucket", "data", "%2e%2e", "...", "~", " ", "\n").Array[0, 8].Select(string.Concat).Sample(
            key =>
            {
                try
                {
                    var found = _store.FindAsync($"s3://{key}", Stop).AsTask().GetAwaiter().GetResult();
                    var listed = _store.ListAsync($"s3://{key}", Stop).ToListAsync(Stop).AsTask().GetAwaiter().GetResult();
                    Assert.All(listed, version => Assert.StartsWith("s3://bucket", version.Uri, StringComparison.Ordinal));
                    Assert.NotEqual(6, found?.Size);
                }
                catch (ConfigurationException)
                {
                }
            },
            iter: Fuzzing.Repeats(500));
}
