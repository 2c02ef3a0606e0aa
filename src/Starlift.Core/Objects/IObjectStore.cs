namespace Starlift.Objects;

/// <summary>
/// Where objects are read from. Thread-safe. Every failure to reach or read an object is a
/// <see cref="Errors.StarliftException"/> with the uri and the way out.
/// </summary>
public interface IObjectStore
{
    /// <summary>
    /// Every object whose uri starts with <paramref name="prefix"/>, each once, over all folders below it, in no particular order and
    /// without any rule about hidden names (Amazon Redshift: "COPY from Amazon S3"). None where nothing matches.
    /// </summary>
    IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, CancellationToken cancellationToken);

    /// <summary>
    /// The same objects for what a COPY of that FROM names besides, in its manifest or as its JSONPaths: a store of files finds nothing
    /// that lies outside of the data folders, the COPY's own included.
    /// </summary>
    IObjectStore WithinDataOf(string from) => this;

    /// <summary>The object of exactly that uri; null where there is none.</summary>
    ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken);

    /// <summary>
    /// The bytes of that version from <paramref name="offset"/> on. Reading is synchronous, because the engine's threads pull; opening
    /// never waits for a distant store, which may begin to read at once in the background. The first read fails where the object no
    /// longer is that version, if opening did not.
    /// </summary>
    /// <param name="version">As listed or found.</param>
    /// <param name="offset">0-based.</param>
    /// <param name="expected">How many bytes will most likely be read: nothing behind them is read ahead, but all can be read.</param>
    /// <param name="cancellationToken">Ends a read that waits.</param>
    Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken);

    /// <summary>
    /// How many streams a reader of many objects does well to hold open ahead of those it reads, so that waiting for them overlaps; 0
    /// where objects are near. A store bounds the memory that a stream takes before its first read.
    /// </summary>
    /// <param name="uri">Of any of the objects.</param>
    int StreamsAhead(string uri) => 0;
}
