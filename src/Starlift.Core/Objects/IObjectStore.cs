namespace Starlift.Objects;

/// <summary>
/// Where objects are read from. Thread-safe. Every failure to reach or read an object is a
/// <see cref="Errors.StarliftException"/> with the uri and the way out.
/// </summary>
public interface IObjectStore
{
    /// <summary>
    /// Every object whose uri starts with <paramref name="prefix"/>, over all folders below it, in no particular order and
    /// without any rule about hidden names (Amazon Redshift: "COPY from Amazon S3"). None where nothing matches.
    /// </summary>
    IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>The object of exactly that uri; null where there is none.</summary>
    ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken);

    /// <summary>
    /// The bytes of that version from <paramref name="offset"/> on. Reading is synchronous, because the engine's threads pull.
    /// Fails where the object no longer is that version.
    /// </summary>
    Stream OpenRead(ObjectVersion version, long offset);
}
