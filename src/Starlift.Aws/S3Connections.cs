using System.Collections.Concurrent;
using Amazon.Runtime;
using Amazon.S3;

namespace Starlift.Aws;

/// <summary>The connections that requests are sent over, one a region. Learns which region a bucket is in. Thread-safe.</summary>
sealed class S3Connections(S3Options options) : IDisposable
{
    readonly ConcurrentDictionary<string, string> _regions = new();
    readonly ConcurrentDictionary<string, S3Connection> _connections = new();
    readonly S3Transport _transport = new(options.StallTimeout);
    readonly Lock _lock = new();
    Task<AwsIdentity>? _identity;

    /// <summary>Who asks: found once. Not to be asked before the first request.</summary>
    /// <exception cref="Errors.StarliftException">Credentials are configured and can't be used.</exception>
    public Task<AwsIdentity> IdentityAsync()
    {
        lock (_lock)
        {
            return _identity ??= AwsIdentity.FindAsync(options, CancellationToken.None);
        }
    }

    public async Task<S3Connection> OfAsync(string bucket, CancellationToken cancellationToken)
    {
        var identity = await IdentityAsync().WaitAsync(cancellationToken);
        var region = _regions.GetValueOrDefault(bucket, identity.Region);
        return _connections.GetOrAdd(region, name => Open(identity, name));
    }

    /// <summary>Sends the bucket's next requests to another region.</summary>
    public void Move(string bucket, string region) => _regions[bucket] = region;

    public void Dispose()
    {
        foreach (var connection in _connections.Values)
        {
            connection.Dispose();
        }

        _transport.Dispose();
    }

    S3Connection Open(AwsIdentity identity, string region)
    {
        try
        {
            return new S3Connection(new AmazonS3Client(identity.Credentials, ConfigOf(identity, region)), identity, region, _transport.Handler);
        }
        catch (AmazonClientException e)
        {
            throw S3Errors.TranslateAddress(e);
        }
    }

    AmazonS3Config ConfigOf(AwsIdentity identity, string region)
    {
        var config = new AmazonS3Config
        {
            RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(region),
            AuthenticationRegion = region,
            HttpClientFactory = _transport,
            // S3Requests retries, by rules that know how much of an object has come.
            MaxErrorRetry = 0,
            // Not every server that speaks S3's language knows the newer checksums.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        };
        if (identity.Profile is { } profile)
        {
            config.Profile = new Amazon.Profile(profile);
        }

        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region;
        }

        // The SDK finds it in AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL or the profile; such servers rarely have a DNS name for each bucket.
        config.ForcePathStyle = config.ServiceURL is not null;
        return config;
    }
}
