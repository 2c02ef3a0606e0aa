using System.Text;
using Amazon.S3;
using Starlift.Aws;

namespace Starlift.S3Tests;

/// <summary>A bucket that one test fills. It goes with its server.</summary>
sealed record ScratchBucket(S3Server Server, AmazonS3Client Client, string Name) : IDisposable
{
    const int AtOnce = 32;

    public string Uri(string key = "") => $"s3://{Name}/{key}";

    public Task PutAsync(string key, string body) => PutAsync(key, Encoding.UTF8.GetBytes(body));

    // Not through the SDK, which takes the slash off a key that begins with one.
    public async Task PutAsync(string key, byte[] body)
    {
        var path = string.Join('/', key.Split('/').Select(System.Uri.EscapeDataString));
        var address = new Uri($"{Server.Endpoint}{Name}/{path}", new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var content = new ByteArrayContent(body);
        using var response = await Server.Http.PutAsync(address, content);
        response.EnsureSuccessStatusCode();
    }

    public Task PutAsync(IEnumerable<string> keys, string body) =>
        Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (key, _) => await PutAsync(key, body));

    /// <summary>Every file below the folder, its path as its key.</summary>
    public Task PutFolderAsync(string folder) => Parallel.ForEachAsync(
        Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (file, cancel) => await PutAsync(Path.GetRelativePath(folder, file), await File.ReadAllBytesAsync(file, cancel)));

    /// <summary>Starlift's way to read it, straight or through a proxy.</summary>
    public S3ObjectStore Open(Uri? endpoint = null) => new(OptionsFor(endpoint ?? Server.Endpoint));

    /// <summary>Patience of a test: faults are put right within seconds.</summary>
    public static S3Options OptionsFor(Uri endpoint) => new()
    {
        Endpoint = endpoint,
        StallTimeout = TimeSpan.FromMilliseconds(500),
        PatienceAtFirst = TimeSpan.FromSeconds(5),
        Patience = TimeSpan.FromSeconds(5),
    };

    public void Dispose() => Client.Dispose();
}
