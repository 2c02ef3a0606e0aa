using System.IO.Enumeration;
using System.Runtime.ExceptionServices;
using Microsoft.Win32.SafeHandles;
using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>
/// Finds the files whose path starts with a prefix. Links are followed, but each real folder is walked once, under its own path
/// where it has one below the start: a link to a folder above would be walked for ever. Each file is found once too: by its own path
/// where it has one, and of several by the first. Folders of one depth are read by several threads. Used once.
/// </summary>
/// <param name="prefix">A full path or the beginning of one, with forward slashes.</param>
/// <param name="allowed">Where links may lead.</param>
sealed class FolderWalk(string prefix, DataFolders allowed)
{
    /// <summary>What the runtime shows in the place of bytes that are no UTF-8.</summary>
    const char Unreadable = '\uFFFD';

    static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    readonly RealPaths _realPaths = new();
    readonly HashSet<string> _seen = [];
    readonly Queue<string> _links = [];
    readonly List<List<ObjectVersion>> _files = [];
    readonly List<Entry> _several = [];
    List<(string Path, string RealPath)> _below = [];

    /// <param name="folder">Where to start, with a slash at its end.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <exception cref="StarliftException">A folder can't be read, or a link leads out of the data folders.</exception>
    public IEnumerable<ObjectVersion> FilesBelow(string folder, CancellationToken cancellationToken)
    {
        var start = DataFolders.StartOf(prefix);
        allowed.ThrowIfOutside(start, _realPaths.Of(start));
        _links.Enqueue(folder);
        while (TryTake(out var folders))
        {
            foreach (var (contents, (path, realPath)) in Read(folders, cancellationToken).Zip(folders))
            {
                foreach (var entry in contents.Others)
                {
                    if (entry.Facts.Kind == FileKind.Folder)
                    {
                        Add(entry, $"{realPath.TrimEnd('/')}/{entry.Path[path.Length..]}");
                    }
                    else
                    {
                        _several.Add(entry);
                    }
                }

                _files.Add(contents.Files);
                foreach (var file in contents.Files)
                {
                    yield return file;
                }
            }
        }

        foreach (var version in OnceEach())
        {
            yield return version;
        }
    }

    /// <summary>The files of several names that none of the others is, each by the first of its names.</summary>
    IEnumerable<ObjectVersion> OnceEach()
    {
        if (_several.Count == 0)
        {
            yield break;
        }

        var found = _files.SelectMany(files => files).Select(file => file.File).OfType<FileIdentity>().Select(file => (file.Device, file.Inode)).ToHashSet();
        foreach (var entry in _several.OrderBy(entry => entry.IsLink).ThenBy(entry => entry.Path, StringComparer.Ordinal))
        {
            if (entry.IsLink)
            {
                allowed.ThrowIfOutside(entry.Path, _realPaths.Of(entry.Path));
            }

            if (entry.Facts.Identity is not { } file || found.Add((file.Device, file.Inode)))
            {
                yield return entry.Version;
            }
        }
    }

    void Add(Entry folder, string realPath)
    {
        if (folder.IsLink)
        {
            allowed.ThrowIfOutside(folder.Path, _realPaths.Of(folder.Path));
            _links.Enqueue(folder.Path + '/');
        }
        else
        {
            _below.Add((folder.Path + '/', realPath));
        }
    }

    // Links only when there is no real folder left.
    bool TryTake(out List<(string Path, string RealPath)> folders)
    {
        do
        {
            if (_below.Count == 0 && _links.TryDequeue(out var link))
            {
                _below.Add((link, _realPaths.Of(link)));
            }

            folders = [.. _below.Where(folder => _seen.Add(KeyOf(folder.Path, folder.RealPath)))];
            _below = [];
        }
        while (folders.Count == 0 && _links.Count > 0);

        return folders.Count > 0;
    }

    // Two folders whose names can't be read would look the same.
    static string KeyOf(string path, string realPath) =>
        realPath.Contains(Unreadable) && FileFacts.Of(path, follow: true)?.Identity is { } folder ? $"{realPath}\0{folder.Device}\0{folder.Inode}" : realPath;

    Contents[] Read(List<(string Path, string RealPath)> folders, CancellationToken cancellationToken)
    {
        var read = new Contents[folders.Count];
        try
        {
            Parallel.For(
                0, folders.Count, new ParallelOptions { CancellationToken = cancellationToken }, i => read[i] = Read(folders[i].Path, cancellationToken));
        }
        catch (AggregateException e)
        {
            // Of several folders that can't be read one is told.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return read;
    }

    Contents Read(string folder, CancellationToken cancellationToken)
    {
        var contents = new Contents([], []);
        try
        {
            using var open = LinuxFiles.Are ? LinuxFiles.OpenFolder(folder) : null;
            foreach (var path in new FileSystemEnumerable<string>(folder, PathOf, Everything))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if ((path.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(path + '/', StringComparison.Ordinal)) && Look(path, open) is { } entry)
                {
                    contents.Add(entry);
                }
            }
        }
        catch (DirectoryNotFoundException)
        {
            // Gone since it was seen, and its files with it.
            return new Contents([], []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"can't list {folder}: {e.Message}", Hint: "check the folder's permissions"), e);
        }

        return contents;
    }

    /// <summary>Null for what leads nowhere: a link to nothing, a file just deleted, a file where the prefix goes on.</summary>
    Entry? Look(string path, SafeFileHandle? folder)
    {
        var own = folder is null ? FileFacts.Of(path, follow: false) : LinuxFiles.FactsOf(folder, path.AsSpan(path.LastIndexOf('/') + 1));
        if (own is null && path.AsSpan(path.LastIndexOf('/')).Contains(Unreadable))
        {
            // Left out in silence it would be missed by nobody.
            throw new StarliftException(ExitCode.Access, new Problem($"{path} can't be read: its name is not UTF-8", Hint: "rename it"));
        }

        var isLink = own?.Kind == FileKind.Link;
        return (isLink ? FileFacts.Of(path, follow: true) : own) is { } facts
            && (facts.Kind == FileKind.Folder || path.StartsWith(prefix, StringComparison.Ordinal))
            ? new Entry(path, facts, isLink)
            : null;
    }

    static string PathOf(ref FileSystemEntry entry) => string.Concat(entry.OriginalRootDirectory, entry.FileName);

    /// <param name="Files">Of one name.</param>
    /// <param name="Others">Folders, links, and files of several names.</param>
    readonly record struct Contents(List<ObjectVersion> Files, List<Entry> Others)
    {
        public void Add(Entry entry)
        {
            if (entry.IsLink || entry.Facts.Kind == FileKind.Folder || entry.Facts.HasOtherNames)
            {
                Others.Add(entry);
            }
            else
            {
                Files.Add(entry.Version);
            }
        }
    }

    readonly record struct Entry(string Path, FileFacts Facts, bool IsLink)
    {
        public ObjectVersion Version => ObjectVersion.OfFile(Path, Facts, IsLink);
    }
}
