using System.Collections.Concurrent;
using System.Net;
using Starlift.Errors;

namespace Starlift.Aws;

/// <summary>Tells which regions buckets are in (Amazon S3 API: "HeadBucket"): S3 says so of buckets that the caller may not read, too. Thread-safe.</summary>
public sealed class BucketRegions(S3Options options) : IDisposable
{
    readonly S3Requests _requests = new(options, TimeProvider.System);
    readonly ConcurrentDictionary<string, string?> _known = new();

    /// <summary>Null where S3 does not tell, or is not AWS's.</summary>
    /// <param name="bucket">Its name.</param>
    /// <param name="cancellationToken">Ends asking.</param>
    /// <exception cref="ConfigurationException">There is no such bucket.</exception>
    public async Task<string?> OfAsync(string bucket, CancellationToken cancellationToken) =>
        _known.TryGetValue(bucket, out var known) ? known : _known[bucket] = await AskAsync(bucket, cancellationToken);

    public void Dispose() => _requests.Dispose();

    async Task<string?> AskAsync(string bucket, CancellationToken cancellationToken)
    {
        try
        {
            return await _requests.SendAsync(new S3Location(bucket, ""), (connection, watch) => HeadAsync(connection, bucket, watch.Token), cancellationToken);
        }
        catch (StarliftException e) when (e is not ConfigurationException)
        {
            return null;
        }
    }

    static async Task<string?> HeadAsync(S3Connection connection, string bucket, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await connection.SendAsync(HttpMethod.Head, new S3Location(bucket, ""), version: null, range: null, cancellationToken);
            return response.Headers.NonValidated.TryGetValues("x-amz-bucket-region", out var named) ? named.ToString() : null;
        }
        catch (S3AnswerException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            throw new ConfigurationException($"there is no bucket {bucket}", hint: "check its name");
        }
        catch (S3AnswerException e) when (e.BucketRegion is { Length: > 0 } region)
        {
            return region;
        }
    }
}
