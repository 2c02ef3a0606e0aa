using System.Runtime.CompilerServices;
using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>
/// Objects in S3 and in what speaks its language. An object's version is its ETag; every read is guarded by it. Nothing is looked up
/// before the first call. Thread-safe.
/// </summary>
public sealed class S3ObjectStore : IObjectStore, IObjectWriter, IDisposable
{
    /// <summary>Enough to load a thousand small objects a second over a line with 50 ms of delay; at most 64 MB.</summary>
    const int Ahead = 64;

    readonly S3Requests _requests;

    public S3ObjectStore(S3Options options) => _requests = new S3Requests(options, TimeProvider.System);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listing = new S3Listing(_requests, S3Location.Parse(prefix));
        await foreach (var version in listing.ReadAsync(cancellationToken))
        {
            yield return version;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken)
    {
        var location = S3Location.Parse(uri);
        return location.Key.Length == 0
            ? null
            : await _requests.SendAsync(location, (connection, watch) => S3Head.ReadAsync(connection, location, watch.Token), cancellationToken);
    }

    /// <inheritdoc/>
    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken) =>
        new S3ReadStream(_requests, version, offset, expected, cancellationToken);

    /// <inheritdoc/>
    public int StreamsAhead(string uri) => Ahead;

    /// <inheritdoc/>
    public Task WriteAsync(string uri, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) => _requests.SendAsync(
        S3Location.Parse(uri), (connection, watch) => S3Write.PutAsync(connection, S3Location.Parse(uri), content, watch.Token), cancellationToken, "written");

    /// <inheritdoc/>
    public Task DeleteAsync(string uri, CancellationToken cancellationToken) => _requests.SendAsync(
        S3Location.Parse(uri), (connection, watch) => S3Write.DeleteAsync(connection, S3Location.Parse(uri), watch.Token), cancellationToken, "removed");

    public void Dispose() => _requests.Dispose();
}
