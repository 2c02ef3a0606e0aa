using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>How to reach a Redshift warehouse, and what its COPY needs.</summary>
public sealed record RedshiftOptions
{
    /// <summary>The endpoint of the cluster or workgroup. Its certificate must bear this name.</summary>
    public required string Host { get; init; }

    public int Port { get; init; } = 5439;

    public required string Database { get; init; }

    /// <summary>Who logs in. Asked anew at each connecting, because temporary credentials end.</summary>
    public required Func<CancellationToken, Task<RedshiftLogin>> Login { get; init; }

    /// <summary>The ARN of the role with which COPY reads, for statements that name none or the default one; null for the default one.</summary>
    public string? IamRole { get; init; }

    /// <summary>
    /// s3://bucket/prefix below which the manifests of loads are written for the time of their COPY; null where there is no such
    /// place, and then nothing can be loaded.
    /// </summary>
    public string? Manifests { get; init; }

    /// <summary>Where the warehouse is; null where nothing tells.</summary>
    public string? Region { get; init; }

    /// <summary>Tells the region of a bucket, null where that is not known.</summary>
    public Func<string, CancellationToken, Task<string?>> BucketRegion { get; init; } = (_, _) => Task.FromResult<string?>(null);

    /// <summary>A file of the certificates that may vouch for the server's; null for those that the machine trusts.</summary>
    public string? RootCertificate { get; init; }

    /// <summary>A session that is opened for reading runs nothing but read-only transactions, which are rolled back besides.</summary>
    public WarehouseAccess Access { get; init; }

    /// <summary>What every statement is tagged with, so that the system views tell whose it was.</summary>
    public string QueryGroup { get; init; } = "starlift";

    /// <summary>How long connecting is tried: a workgroup that sleeps takes a while to wake up, and a wrong address should be told soon.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a name without an address is looked up again: that of a warehouse that was just put up takes minutes to be known.</summary>
    public TimeSpan NamePatience { get; init; }

    /// <summary>How long the lock of another run is waited for: Redshift has no LOCK that does not wait.</summary>
    public TimeSpan LockPatience { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the system views may take to tell of a COPY that has ended.</summary>
    public TimeSpan ViewPatience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Is told of each retry before its delay.</summary>
    public Action<RedshiftRetry>? Retrying { get; init; }

    /// <summary>Is told, in one sentence, what went wrong that changes nothing of the outcome.</summary>
    public Action<string>? Warning { get; init; }
}
