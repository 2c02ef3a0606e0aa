using System.Runtime.CompilerServices;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Amazon.S3;

namespace Starlift.S3Tests;

/// <summary>The S3 that ./build services starts.</summary>
sealed record S3Server(string AccessKey, string SecretKey, Uri Endpoint)
{
    /// <summary>The folder of Starlift.slnx.</summary>
    public static string RepositoryRoot { get; } = FindRoot();

    static readonly S3Server? Started = Read();

    /// <summary>Skips the test where the server is stopped; fails it where CI=true.</summary>
    public static S3Server Get()
    {
        const string Missing = "there is no S3 server to test with: run ./build services start";
        Assert.SkipUnless(Started is not null || Environment.GetEnvironmentVariable("CI") == "true", Missing);
        Assert.True(Started is not null, Missing);
        return Started;
    }

    /// <summary>Signs what it sends.</summary>
    public HttpClient Http { get; } = new(new SigV4SigningHandler(
        new BasicAWSCredentials(AccessKey, SecretKey), Amazon.RegionEndpoint.USEast1, "s3", new SocketsHttpHandler()));

    /// <summary>A bucket of the test's own, empty.</summary>
    public async Task<ScratchBucket> MakeBucketAsync()
    {
        var bucket = new ScratchBucket(this, Client(), $"test-{Guid.NewGuid():N}");
        await bucket.Client.PutBucketAsync(bucket.Name);
        return bucket;
    }

    /// <summary>Not Starlift's: puts what the tests read.</summary>
    public AmazonS3Client Client() => new(new BasicAWSCredentials(AccessKey, SecretKey), new AmazonS3Config
    {
        ServiceURL = Endpoint.ToString(),
        AuthenticationRegion = "us-east-1",
        ForcePathStyle = true,
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
    });

    /// <summary>What a process needs to read this server, and nothing of the machine's own AWS configuration.</summary>
    public IReadOnlyDictionary<string, string> Variables => new Dictionary<string, string>
    {
        ["AWS_ACCESS_KEY_ID"] = AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
        ["AWS_ENDPOINT_URL_S3"] = Endpoint.ToString(),
    };

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));

    static S3Server? Read()
    {
        var file = Path.Combine(RepositoryRoot, "artifacts/services/s3/endpoint");
        return File.Exists(file) && File.ReadAllLines(file) is [var key, var secret, var endpoint] ? new S3Server(key, secret, new Uri(endpoint)) : null;
    }
}
