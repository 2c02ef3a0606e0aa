using System.Runtime.CompilerServices;
using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Tests.Objects;

/// <summary>Objects by uri, kept in memory; counts the streams that are open.</summary>
sealed class MemoryObjectStore : IObjectStore
{
    readonly Dictionary<string, byte[]> _objects = [];
    int _open;

    public int OpenStreams => _open;

    /// <summary>Called before each read; may throw, or change what was read.</summary>
    public Action<string>? BeforeRead { get; set; }

    public ObjectVersion Add(string uri, ReadOnlySpan<byte> bytes)
    {
        _objects[uri] = bytes.ToArray();
        return VersionOf(uri);
    }

    public async IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var uri in _objects.Keys.Where(uri => uri.StartsWith(prefix, StringComparison.Ordinal)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return VersionOf(uri);
        }
    }

    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_objects.ContainsKey(uri) ? VersionOf(uri) : null);

    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken)
    {
        if (!_objects.TryGetValue(version.Uri, out var bytes))
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem($"{version.Uri} changed between listing and reading"));
        }

        Interlocked.Increment(ref _open);
        return new WatchedStream(bytes, offset, () => BeforeRead?.Invoke(version.Uri), () => Interlocked.Decrement(ref _open));
    }

    ObjectVersion VersionOf(string uri) => new(uri, "1", _objects[uri].Length);
}
