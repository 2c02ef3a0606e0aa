using System.Runtime.CompilerServices;
using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>A folder in the place of S3: s3://bucket/key is the file bucket/key below it.</summary>
/// <param name="root">The folder; must exist. No link leads out of it.</param>
/// <param name="allowed">Full paths of folders that links may lead to all the same.</param>
public sealed class S3FolderObjectStore(string root, params IReadOnlyList<string> allowed) : IObjectStore, IObjectWriter
{
    const string Scheme = "s3://";
    readonly string _root = Path.GetFullPath(root).Replace(Path.DirectorySeparatorChar, '/').TrimEnd('/') + '/';
    readonly DataFolders _folders = FoldersOf(root, allowed);
    readonly LocalObjectStore _files = new(root, FoldersOf(root, allowed));

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
    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken) =>
        _files.OpenRead(version with { Uri = ToPath(version.Uri) }, offset, expected, cancellationToken);

    /// <inheritdoc/>
    public async Task WriteAsync(string uri, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var path = ToPath(uri);
        await TryAsync(uri, "written", async () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            _folders.ThrowIfOutside(path, new RealPaths().Of(path));
            await File.WriteAllBytesAsync(path, content, cancellationToken);
        });
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string uri, CancellationToken cancellationToken) => TryAsync(uri, "removed", () =>
    {
        if (File.Exists(ToPath(uri)))
        {
            File.Delete(ToPath(uri));
        }

        return Task.CompletedTask;
    });

    static DataFolders FoldersOf(string root, IReadOnlyList<string> allowed) =>
        new(null, [.. allowed.Prepend(root).Select(folder => LocalObjectStore.FullPath(folder, ""))]);

    static async Task TryAsync(string uri, string done, Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"{uri} can't be {done}: {e.Message}", Hint: "check the folder's rights"), e);
        }
    }

    // s3://bucket alone is the whole bucket, and not another one whose name starts like it.
    string ToPath(string uri)
    {
        var key = uri[Scheme.Length..];
        key = key.Contains('/') ? key : key + '/';
        if (key.Split('/', Path.DirectorySeparatorChar).Any(part => part is ".." or "."))
        {
            throw new ConfigurationException($"{uri} has a part '..' or '.', which a folder can't hold as a name", hint: "read it from S3");
        }

        return _root + key;
    }
}
