using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>s3:// goes to one store, paths to another.</summary>
/// <param name="local">Reads paths.</param>
/// <param name="s3">Reads s3://; made when the first such uri comes.</param>
public sealed class RoutedObjectStore(IObjectStore local, Lazy<IObjectStore> s3) : IObjectStore, IObjectWriter
{
    /// <inheritdoc/>
    public IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, CancellationToken cancellationToken) =>
        StoreOf(prefix).ListAsync(prefix, cancellationToken);

    /// <inheritdoc/>
    public IObjectStore WithinDataOf(string from) => IsS3(from) ? this : new RoutedObjectStore(local.WithinDataOf(from), s3);

    /// <inheritdoc/>
    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) =>
        StoreOf(uri).FindAsync(uri, cancellationToken);

    /// <inheritdoc/>
    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken) =>
        StoreOf(version.Uri).OpenRead(version, offset, expected, cancellationToken);

    /// <inheritdoc/>
    public int StreamsAhead(string uri) => StoreOf(uri).StreamsAhead(uri);

    /// <inheritdoc/>
    public Task WriteAsync(string uri, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriterOf(uri).WriteAsync(uri, content, cancellationToken);

    /// <inheritdoc/>
    public Task DeleteAsync(string uri, CancellationToken cancellationToken) => WriterOf(uri).DeleteAsync(uri, cancellationToken);

    IObjectWriter WriterOf(string uri) => StoreOf(uri) as IObjectWriter
        ?? throw new StarliftException(ExitCode.Usage, new Problem($"{uri} can't be written", Hint: "name a place in S3: s3://bucket/prefix"));

    IObjectStore StoreOf(string uri) => IsS3(uri) ? s3.Value : local;

    static bool IsS3(string uri) => uri.StartsWith("s3://", StringComparison.Ordinal);
}
