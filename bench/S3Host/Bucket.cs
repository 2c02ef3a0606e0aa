using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Signing;
using Amazon.S3;
using Amazon.S3.Model;

namespace S3Host;

/// <summary>A bucket of the server at AWS_ENDPOINT_URL_S3, with as little between it and the network as can be.</summary>
sealed class Bucket : IDisposable
{
    /// <summary>As many as Starlift has.</summary>
    const int AtOnce = 64;

    readonly string _name;
    readonly AmazonS3Client _client;
    readonly HttpClient _http;
    readonly string _address;

    public Bucket(string name)
    {
        _name = name;
        var endpoint = Variable("AWS_ENDPOINT_URL_S3");
        var credentials = new BasicAWSCredentials(Variable("AWS_ACCESS_KEY_ID"), Variable("AWS_SECRET_ACCESS_KEY"));
        _client = new AmazonS3Client(credentials, new AmazonS3Config { ServiceURL = endpoint, AuthenticationRegion = "us-east-1", ForcePathStyle = true });
        _http = new HttpClient(new SigV4SigningHandler(credentials, Amazon.RegionEndpoint.USEast1, "s3", new SocketsHttpHandler()));
        _address = $"{endpoint.TrimEnd('/')}/{name}/";
    }

    /// <summary>Every file below the folder, its path as its key; the bucket is made where it is missing.</summary>
    /// <param name="folder">With files whose names need no escaping.</param>
    /// <param name="wanted">Whether a file is put, given its path below the folder.</param>
    public async Task PutFolderAsync(string folder, Func<string, bool> wanted)
    {
        await _client.PutBucketAsync(_name);
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => wanted(Path.GetRelativePath(folder, file)));
        await Parallel.ForEachAsync(files, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (file, cancel) =>
            await PutAsync(Path.GetRelativePath(folder, file), await File.ReadAllBytesAsync(file, cancel), cancel));
    }

    /// <summary>Makes the bucket with so many objects of a record each, in ten folders.</summary>
    public async Task FillAsync(int count)
    {
        await _client.PutBucketAsync(_name);
        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (i, cancel) =>
            await PutAsync(string.Create(CultureInfo.InvariantCulture, $"data/{i % 10}/{i:000000}.json"), """{"id":1}"""u8.ToArray(), cancel));
    }

    /// <summary>Downloads all below the prefix, each object as soon as its page is listed.</summary>
    public async Task<(long Objects, long Bytes)> GetAsync(string prefix)
    {
        long objects = 0, bytes = 0;
        await Parallel.ForEachAsync(PagesAsync(prefix), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (listed, cancel) =>
        {
            var body = await _http.GetByteArrayAsync(_address + listed.Key, cancel);
            Interlocked.Increment(ref objects);
            Interlocked.Add(ref bytes, body.Length);
        });
        return (objects, bytes);
    }

    /// <summary>Lists page by page.</summary>
    public async Task<(long Objects, long Bytes)> ListAsync(string prefix)
    {
        long objects = 0, bytes = 0;
        await foreach (var listed in PagesAsync(prefix))
        {
            objects++;
            bytes += listed.Size ?? 0;
        }

        return (objects, bytes);
    }

    public void Dispose()
    {
        _http.Dispose();
        _client.Dispose();
    }

    async Task PutAsync(string key, byte[] bytes, CancellationToken cancel)
    {
        using var content = new ByteArrayContent(bytes);
        using var response = await _http.PutAsync(_address + key, content, cancel);
        response.EnsureSuccessStatusCode();
    }

    IAsyncEnumerable<S3Object> PagesAsync(string prefix) =>
        _client.Paginators.ListObjectsV2(new ListObjectsV2Request { BucketName = _name, Prefix = prefix }).S3Objects;

    static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException($"{name} is not set");
}
