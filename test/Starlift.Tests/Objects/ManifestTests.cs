using System.Text;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Tests.Sql;

namespace Starlift.Tests.Objects;

public sealed class ManifestTests
{
    readonly MemoryObjectStore _store = new();

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ManifestTests()
    {
        _store.Add("s3://bucket/a", "{}"u8);
        _store.Add("s3://bucket/a.bak", "{}"u8);
        _store.Add("s3://other/b", "{}"u8);
    }

    [Theory]
    [InlineData("""{"entries":[{"url":"s3://bucket/a","mandatory":true},{"url":"s3://other/b"}]}""", "s3://bucket/a s3://other/b")]
    [InlineData("""{"entries":[{"url":"s3://bucket/a"},{"url":"s3://bucket/a"}]}""", "s3://bucket/a s3://bucket/a")]
    [InlineData("""{"entries":[{"url":"s3://bucket/none","mandatory":false},{"url":"s3://bucket/a"}]}""", "s3://bucket/a")]
    [InlineData("""{"entries":[{"url":"s3://bucket/none"},{"url":"s3://bucket/a"}]}""", "s3://bucket/a")]
    [InlineData("""{"entries":[{"url":"s3://bucket/a","meta":{"content_length":99}}],"author":{"name":"x"}}""", "s3://bucket/a")]
    [InlineData("\uFEFF{\"entries\":[{\"url\":\"s3://bucket/a\"}]}", "s3://bucket/a")]
    public async Task Listed_objects_are_read_as_often_as_listed_and_no_others(string manifest, string found) =>
        Assert.Equal(found, string.Join(' ', (await ListAsync(manifest)).Select(version => version.Uri)));

    [Theory]
    [InlineData("""{"entries":[{"url":"s3://bucket/none","mandatory":true},{"url":"s3://bucket/a"}]}""", "Mandatory url is not present in manifest file")]
    [InlineData("""{"entries":[{"url":"s3://bucket/none"},{"url":"s3://bucket/no"}]}""", "none of the 2 objects of the manifest")]
    [InlineData("""{"entries":[]}""", "none of the 0 objects")]
    [InlineData("""{"entries":[{"url":"s3://bucket/"}]}""", "COPY with MANIFEST parameter requires full path of an Amazon S3 object")]
    [InlineData("""{"entries":[{"url":""}]}""", "COPY with MANIFEST parameter requires full path of an Amazon S3 object")]
    [InlineData("""{"entries":[{"url":null}]}""", "COPY with MANIFEST parameter requires full path of an Amazon S3 object")]
    [InlineData("""{"entries":[{"url":5}]}""", "is malformed")]
    [InlineData("""{"entries":[{"mandatory":true}]}""", "is malformed")]
    [InlineData("""{"entries":[{"url":"s3://bucket/a","mandatory":"yes"}]}""", "is malformed")]
    [InlineData("""{"entries":["s3://bucket/a"]}""", "is malformed")]
    [InlineData("""{"entries":{"url":"s3://bucket/a"}}""", "is malformed")]
    [InlineData("""{"files":[]}""", "is malformed")]
    [InlineData("""[{"url":"s3://bucket/a"}]""", "is malformed")]
    [InlineData("""{"entries":[{"url":"s3://bucket/\ud800"}]}""", "is malformed")]
    [InlineData("""{'entries':[]}""", "is malformed")]
    [InlineData("{\"entries\":[", "is malformed")]
    [InlineData("", "is malformed")]
    [InlineData("text", "is malformed")]
    [InlineData("{\"entries\":[{\"url\":“s3://bucket/a”}]}", "is malformed")]
    public async Task What_can_not_be_used_fails_the_statement(string manifest, string message)
    {
        var exception = await Assert.ThrowsAsync<StarliftException>(() => ListAsync(manifest));

        Assert.Contains(message, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.Hint);
        Assert.NotNull(exception.Problems[0].Place);
    }

    [Fact]
    public async Task A_missing_manifest_says_so() => Assert.Contains(
        "Problem reading manifest file - S3ServiceException:",
        (await Assert.ThrowsAsync<StarliftException>(() => Manifest.ListAsync(_store, Statement, Stop))).Message,
        StringComparison.Ordinal);

    [Fact]
    public async Task A_manifest_in_a_folder_lists_nothing_outside_of_it()
    {
        using var folder = new ScratchFolder();
        folder.Write("secret/passwd", "root");
        folder.Write("data/a.json", "{}");
        folder.Write("project/starlift.yaml", "");
        var manifest = folder.Write("data/m", """{"entries":[{"url":"SECRET"}]}""".Replace("SECRET", Path.Combine(folder.Path, "secret/passwd"), StringComparison.Ordinal));
        var inside = folder.Write("data/n", """{"entries":[{"url":"A"}]}""".Replace("A", Path.Combine(folder.Path, "data/a.json"), StringComparison.Ordinal));
        var store = new LocalObjectStore(Path.Combine(folder.Path, "project"));

        var exception = await Assert.ThrowsAsync<ConfigurationException>(() => Manifest.ListAsync(store, From(manifest), Stop));

        Assert.Contains("outside of the data folders", exception.Message, StringComparison.Ordinal);
        Assert.Single(await Manifest.ListAsync(store, From(inside), Stop));
    }

    [Fact]
    public async Task JSONPaths_are_read_from_the_data_folders_only()
    {
        using var folder = new ScratchFolder();
        var secret = folder.Write("secret/paths.json", "{}");
        folder.Write("data/log/a.json", "{}");
        var beside = folder.Write("data/log/paths.json", "{}");
        var store = new LocalObjectStore(Path.Combine(folder.Path, "project"));
        CopyStatement Copy(string paths) => SqlSamples.Parse<CopyStatement>($"copy t from '{folder.Path}/data/log/' iam_role default json '{paths}'");

        Assert.NotNull(await SmallObject.JsonPathsOfAsync(store, Copy(beside), Stop));
        await Assert.ThrowsAsync<ConfigurationException>(() => SmallObject.JsonPathsOfAsync(store, Copy(secret), Stop));
    }

    [Fact]
    public async Task A_manifest_is_never_compressed_whatever_the_data_are() =>
        await Assert.ThrowsAsync<StarliftException>(() => ListAsync(Encoding.Latin1.GetString(Compressed.Gzip("""{"entries":[{"url":"s3://bucket/a"}]}"""u8))));

    static CopyStatement From(string manifest) => SqlSamples.Parse<CopyStatement>($"copy t from '{manifest}' iam_role default json 'auto' manifest");

    static CopyStatement Statement => SqlSamples.Parse<CopyStatement>("copy t from 's3://bucket/m' iam_role default json 'auto' manifest");

    async Task<IReadOnlyList<ObjectVersion>> ListAsync(string manifest)
    {
        _store.Add("s3://bucket/m", Encoding.UTF8.GetBytes(manifest));
        return await Manifest.ListAsync(_store, Statement, Stop);
    }
}
