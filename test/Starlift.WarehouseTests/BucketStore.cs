using Starlift.Objects;

namespace Starlift.WarehouseTests;

/// <summary>A bucket in which relative paths are keys: Redshift loads from nowhere else.</summary>
/// <param name="s3">Holds the bucket.</param>
/// <param name="bucket">s3://name/.</param>
sealed class BucketStore(IObjectStore s3, string bucket) : IObjectStore
{
    public IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, CancellationToken cancellationToken) => s3.ListAsync(UriOf(prefix), cancellationToken);

    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) => s3.FindAsync(UriOf(uri), cancellationToken);

    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken) =>
        s3.OpenRead(version, offset, expected, cancellationToken);

    string UriOf(string path) => path.StartsWith("s3://", StringComparison.Ordinal) ? path : bucket + (path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path);
}
