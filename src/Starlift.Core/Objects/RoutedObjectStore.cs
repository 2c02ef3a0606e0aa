using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>s3:// goes to one store, paths to another.</summary>
/// <param name="local">Reads paths.</param>
/// <param name="s3">Reads s3://; null where none is configured.</param>
public sealed class RoutedObjectStore(IObjectStore local, IObjectStore? s3) : IObjectStore
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, CancellationToken cancellationToken) =>
        StoreOf(prefix).ListAsync(prefix, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) =>
        StoreOf(uri).FindAsync(uri, cancellationToken);

    /// <inheritdoc/>
    public Stream OpenRead(ObjectVersion version, long offset) => StoreOf(version.Uri).OpenRead(version, offset);

    IObjectStore StoreOf(string uri)
    {
        if (!uri.StartsWith("s3://", StringComparison.Ordinal))
        {
            return local;
        }

        return s3 ?? throw new ConfigurationException(
            $"{uri} is in S3, and no S3 store is configured",
            hint: "give --s3-root DIR to read s3://bucket/key from DIR/bucket/key");
    }
}
