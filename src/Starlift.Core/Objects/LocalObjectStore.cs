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

        foreach (var (path, known) in new FolderWalk(full).FilesBelow(folder, cancellationToken))
        {
            var isNameBroken = path.Contains('\uFFFD');
            if (((isNameBroken ? null : known) ?? Find(path)) is { } version)
            {
                yield return version;
            }
            else if (isNameBroken)
            {
                // Left out in silence it would be missed by nobody; links to nowhere and files just deleted are no objects.
                throw new StarliftException(ExitCode.Access, new Problem($"{path} can't be read: its name is not UTF-8", Hint: "rename the file"));
            }
        }
    }

    /// <inheritdoc/>
    public ValueTask<ObjectVersion?> FindAsync(string uri, CancellationToken cancellationToken) => ValueTask.FromResult(Find(FullPath(uri)));

    /// <inheritdoc/>
    public Stream OpenRead(ObjectVersion version, long offset, long expected, CancellationToken cancellationToken)
    {
        try
        {
            if (version.Size == 0)
            {
                // Not opened: a named pipe without a writer would never come back.
                return Find(version.Uri)?.Version == version.Version ? new MemoryStream([]) : throw Changed(version);
            }

            var stream = new FileStream(version.Uri, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            if (ObjectVersion.OfFile(version.Uri, stream.Length, File.GetLastWriteTimeUtc(stream.SafeFileHandle)) != version)
            {
                stream.Dispose();
                throw Changed(version);
            }

            stream.Position = offset;
            return stream;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
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
        if (path.Contains('\0'))
        {
            throw new ConfigurationException($"'{path.Replace("\0", "\\0", StringComparison.Ordinal)}' is no path: it has a NUL in it", hint: "check the path");
        }

        var full = Slashes(Path.GetFullPath(Path.Combine(baseFolder, path)));
        return path.EndsWith('/') && !full.EndsWith('/') ? full + '/' : full;
    }

    /// <summary>The file, or the one that a link leads to; null where there is none.</summary>
    static ObjectVersion? Find(string path)
    {
        try
        {
            var file = new FileInfo(path);
            var target = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true);
            return target is FileInfo { Exists: true } real
                ? ObjectVersion.OfFile(Slashes(file.FullName), real.Length, real.LastWriteTimeUtc)
                : null;
        }
        catch (IOException)
        {
            // A link that leads to itself.
            return null;
        }
    }

    static StarliftException Changed(ObjectVersion version, Exception? inner = null) => new(
        ExitCode.RunFailed,
        new Problem($"{version.Uri} changed between listing and reading", Hint: "run again when its writer is done"),
        inner);

    static string Slashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');
}
