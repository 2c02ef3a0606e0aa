using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>
/// Objects in folders. Uris are paths, relative ones starting at a base folder; a prefix is a prefix of the path's text and
/// not a folder, as in S3.
/// </summary>
/// <param name="baseFolder">Where relative paths start.</param>
public sealed class LocalObjectStore(string baseFolder) : IObjectStore
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ObjectVersion> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        var full = FullPath(prefix);
        var folder = full[..(full.LastIndexOf('/') + 1)];
        if (!Directory.Exists(folder))
        {
            yield break;
        }

        foreach (var version in Walk(folder, full, new HashSet<string>(), cancellationToken))
        {
            yield return version;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken)
    {
        var file = new FileInfo(FullPath(uri));
        return ValueTask.FromResult(file.Exists ? VersionOf(Slashes(file.FullName), file.Length, file.LastWriteTimeUtc) : null);
    }

    /// <inheritdoc/>
    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(version.Uri, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (stream.Length != version.Size)
            {
                stream.Dispose();
                throw Changed(version);
            }

            stream.Position = offset;
            return stream;
        }
        catch (FileNotFoundException e)
        {
            throw Changed(version, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"can't read {version.Uri}: {e.Message}", Hint: "check the file's permissions"), e);
        }
    }

    string FullPath(string path)
    {
        var full = Slashes(Path.GetFullPath(Path.Combine(baseFolder, path)));
        return path.EndsWith('/') && !full.EndsWith('/') ? full + '/' : full;
    }

    static IEnumerable<ObjectVersion> Walk(string folder, string prefix, HashSet<string> seen, CancellationToken cancellationToken)
    {
        // A link to a folder above would be walked for ever; each real folder is walked once.
        if (!seen.Add(RealPath(folder)))
        {
            yield break;
        }

        var entries = new FileSystemEnumerable<(string Path, bool IsFolder, long Size, DateTimeOffset Changed)>(
            folder,
            (ref entry) => (Slashes(entry.ToFullPath()), entry.IsDirectory, entry.IsDirectory ? 0 : entry.Length, entry.LastWriteTimeUtc),
            new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = false });
        var folders = new List<string>();
        foreach (var (path, isFolder, size, changed) in entries)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (isFolder)
            {
                folders.Add(path + '/');
            }
            else if (path.StartsWith(prefix, StringComparison.Ordinal))
            {
                yield return VersionOf(path, size, changed);
            }
        }

        foreach (var inner in folders)
        {
            if (inner.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(inner, StringComparison.Ordinal))
            {
                foreach (var version in Walk(inner, prefix, seen, cancellationToken))
                {
                    yield return version;
                }
            }
        }
    }

    static string RealPath(string folder) =>
        new DirectoryInfo(folder.TrimEnd('/')) is { LinkTarget: not null } link
            ? link.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder
            : folder.TrimEnd('/');

    static ObjectVersion VersionOf(string path, long size, DateTimeOffset changed) =>
        new(path, string.Create(null, $"{size}-{changed.UtcTicks}"), size);

    static StarliftException Changed(ObjectVersion version, Exception? inner = null) => new(
        ExitCode.RunFailed,
        new Problem($"{version.Uri} changed between listing and reading", Hint: "run again when its writer is done"),
        inner);

    static string Slashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
