using System.Runtime.CompilerServices;
using Microsoft.Win32.SafeHandles;
using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>
/// Objects in folders. Uris are paths, relative ones starting at a base folder; a prefix is a prefix of the path's text and
/// not a folder, as in S3. A file is one object, however many links lead to it.
/// </summary>
public sealed class LocalObjectStore : IObjectStore
{
    /// <summary>
    /// Longer than the clock of any kernel's file times stands still: who writes again within a tick leaves the time as it was.
    /// </summary>
    static readonly TimeSpan ClockTick = TimeSpan.FromMilliseconds(20);

    readonly string _base;
    readonly DataFolders _folders;

    /// <param name="baseFolder">Where relative paths start, and a data folder.</param>
    /// <param name="dataFolders">Other folders that links, manifests and JSONPaths files may lead to; relative to the base folder.</param>
    public LocalObjectStore(string baseFolder, params IReadOnlyList<string> dataFolders)
        : this(baseFolder, Named(baseFolder, dataFolders))
    {
    }

    internal LocalObjectStore(string baseFolder, DataFolders folders)
    {
        _base = baseFolder;
        _folders = folders;
    }

    /// <inheritdoc/>
    public IObjectStore WithinDataOf(string from) => new LocalObjectStore(_base, _folders.With(FullPath(from)));

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

        foreach (var version in new FolderWalk(full, _folders.With(full)).FilesBelow(folder, cancellationToken))
        {
            yield return version;
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
                // Not opened: there is nothing to read, be it a file or a named pipe.
                return FileFacts.Of(version.Uri, follow: true) is { } empty && version.IsStill(empty) ? new MemoryStream([]) : throw Changed(version);
            }

            var file = Open(version.Uri) ?? throw Changed(version);
            var facts = FactsAtRest(file, cancellationToken);
            if (!version.IsStill(facts))
            {
                file.Dispose();
                throw Changed(version);
            }

            return new LocalReadStream(file, facts, version, offset);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"can't read {version.Uri}: {e.Message}", Hint: "check the file's permissions"), e);
        }
    }

    internal static StarliftException Changed(ObjectVersion version, string when = "between listing and reading") =>
        new(ExitCode.RunFailed, new Problem($"{version.Uri} changed {when}", Hint: "run again when its writer is done"));

    internal static string Slashes(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    internal static string FullPath(string baseFolder, string path)
    {
        var full = Slashes(Path.GetFullPath(Path.Combine(baseFolder, path)));
        return path.EndsWith('/') && !full.EndsWith('/') ? full + '/' : full;
    }

    static DataFolders Named(string baseFolder, IReadOnlyList<string> others)
    {
        var start = FullPath(baseFolder, "");
        return new DataFolders(start, [start, .. others.Where(other => other.Length > 0 && !other.Contains('\0')).Select(other => FullPath(baseFolder, other))]);
    }

    string FullPath(string path) => path.Contains('\0')
        ? throw new ConfigurationException($"'{path.Replace("\0", "\\0", StringComparison.Ordinal)}' is no path: it has a NUL in it", hint: "check the path")
        : FullPath(_base, path);

    /// <summary>The file, or the one that a link leads to; null where there is none.</summary>
    ObjectVersion? Find(string path)
    {
        try
        {
            if (path.EndsWith('/') || FileFacts.Of(path, follow: true) is not { Kind: FileKind.File or FileKind.Other } facts)
            {
                return null;
            }

            var real = new RealPaths().Of(path);
            _folders.ThrowIfOutside(path, real);
            return ObjectVersion.OfFile(path, facts, isLink: real != path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"can't read {path}: {e.Message}", Hint: "check the folder's permissions"), e);
        }
    }

    static SafeFileHandle? Open(string path)
    {
        if (LinuxFiles.Are)
        {
            return LinuxFiles.Open(path);
        }

        try
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    static FileFacts FactsAtRest(SafeFileHandle file, CancellationToken cancellationToken)
    {
        var facts = FileFacts.Of(file);
        var age = TimeProvider.System.GetUtcNow().UtcDateTime - facts.ChangedUtc;
        if (age < TimeSpan.Zero || age > ClockTick)
        {
            return facts;
        }

        cancellationToken.WaitHandle.WaitOne(ClockTick - age);
        cancellationToken.ThrowIfCancellationRequested();
        return FileFacts.Of(file);
    }
}
