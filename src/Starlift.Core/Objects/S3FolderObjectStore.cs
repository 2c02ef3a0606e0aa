using System.Runtime.CompilerServices;
using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>A folder in the place of S3: s3://bucket/key is the file bucket/key below it.</summary>
/// <param name="root">The folder; must exist.</param>
public sealed class S3FolderObjectStore(string root) : IObjectStore
{
    const string Scheme = "s3://";
    readonly string _root = Path.GetFullPath(root).Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/') + '/';
    readonly LocalObjectStore _files = new(root);

    /// <inheritdoc/>
    public async IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var version in _files.ListAsync(ToPath(prefix), cancellationToken))
        {
            yield return version with { Uri = Scheme + version.Uri[_root.Length..] };
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) =>
        await _files.FindAsync(ToPath(uri), cancellationToken) is { } version ? version with { Uri = uri } : null;

    /// <inheritdoc/>
    public Stream OpenRead(ObjectVersion version, long offset) =>
        _files.OpenRead(version with { Uri = ToPath(version.Uri) }, offset);

    // s3://bucket alone is the whole bucket, and not another one whose name starts like it.
    string ToPath(string uri)
    {
        var key = uri[Scheme.Length..];
        key = key.Contains('/') ? key : key + '/';
        if (key.Split('/', Path.DirectorySeparatorChar).Any(part => part is ".." or "."))
        {
            throw new ConfigurationException($"{uri} has a part '..' or '.', which a folder can't hold as a name", hint: "read it from S3");
        }

        // A bucket is named whole, a key by its beginning.
        return _root + key + (key.Contains('/') ? "" : "/");
    }
}
