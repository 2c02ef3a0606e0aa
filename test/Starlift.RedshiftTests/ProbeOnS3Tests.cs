using Amazon.S3.Model;
using Starlift.Cases;
using Starlift.Conformance;
using Starlift.S3Tests;

namespace Starlift.RedshiftTests;

/// <summary>starlift probe with its objects in a real S3, from which the server loads them.</summary>
public sealed class ProbeOnS3Tests
{
    [Fact]
    public async Task A_probe_puts_its_objects_into_S3_and_removes_them()
    {
        var server = S3Server.Get();
        using var bucket = await server.MakeBucketAsync();
        using var store = bucket.Open();
        await using var redshift = await ScratchRedshift.StartAsync(options => options with { Prefixes = true, Store = store });
        using var aws = new AwsEndpoint();
        using var starlift = new StarliftProcess(redshift, aws, $"user: ada\npassword: ${{env:REDSHIFT_PASSWORD}}\nmanifests: s3://{bucket.Name}/manifests");
        starlift.Variables["STARLIFT_S3_ROOT"] = "";
        foreach (var (name, value) in server.Variables)
        {
            starlift.Variables[name] = value;
        }

        var (exitCode, output, error) = await starlift.RunAsync("probe", "--only", "manifest-*", "--only", "prefix-*", "--only", "zstd", "--only", "errors-*");
        Assert.True(exitCode == 0, output + error);
        var facts = FactsReader.Read(starlift.PathOf("redshift-facts.json"));
        Assert.DoesNotContain(bucket.Name, starlift.Read("redshift-facts.json"), StringComparison.Ordinal);
        using var told = new StringWriter();
        Assert.True(await new FactsReplay(ConformanceCases.Embedded(), ConformanceCases.EmbeddedSql(), told).RunAsync(facts, ScratchRedshift.Cancel), told.ToString());
        Assert.Equal(2, facts.Cases.Single(fact => fact.Name == "manifest-lists-an-object-twice").RowsLoaded);
        Assert.Empty(await KeysOfAsync(bucket));
        Assert.Empty(redshift.Server.Schemas);
    }

    static async Task<IReadOnlyList<string>> KeysOfAsync(ScratchBucket bucket) =>
        [.. (await bucket.Client.ListObjectsV2Async(new ListObjectsV2Request { BucketName = bucket.Name })).S3Objects?.Select(found => found.Key) ?? []];
}
