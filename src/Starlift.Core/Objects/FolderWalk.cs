using System.IO.Enumeration;
using System.Runtime.ExceptionServices;
using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>
/// Finds the files whose path starts with a prefix. Links are followed, but each real folder is walked once, under its own path
/// where it has one below the start: a link to a folder above would be walked for ever. Folders of one depth are read by several
/// threads. Used once.
/// </summary>
/// <param name="prefix">A full path or the beginning of one, with forward slashes.</param>
sealed class FolderWalk(string prefix)
{
    static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    readonly HashSet<string> _seen = [];
    readonly Queue<string> _links = [];
    List<(string Path, string RealPath)> _below = [];

    /// <param name="folder">Where to start, with a slash at its end.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>
    /// Paths, and the file as the folder tells of it: null for a link, for what is gone by now, and on Windows, where a folder may lag
    /// behind its files.
    /// </returns>
    /// <exception cref="StarliftException">A folder can't be read.</exception>
    public IEnumerable<(string Path, ObjectVersion? Version)> FilesBelow(string folder, CancellationToken cancellationToken)
    {
        _links.Enqueue(folder);
        while (TryTake(out var folders))
        {
            foreach (var (contents, (path, realPath)) in Read(folders, cancellationToken).Zip(folders))
            {
                foreach (var file in contents.Files)
                {
                    yield return file;
                }

                foreach (var (name, isLink) in contents.Folders)
                {
                    Add($"{path}{name}/", isLink, $"{realPath.TrimEnd('/')}/{name}");
                }
            }
        }
    }

    void Add(string folder, bool isLink, string realPath)
    {
        if (isLink)
        {
            _links.Enqueue(folder);
        }
        else
        {
            _below.Add((folder, realPath));
        }
    }

    // Links only when there is no real folder left.
    bool TryTake(out List<(string Path, string RealPath)> folders)
    {
        do
        {
            if (_below.Count == 0 && _links.TryDequeue(out var link))
            {
                _below.Add((link, RealPath(link.TrimEnd('/'))));
            }

            folders = [.. _below.Where(folder => _seen.Add(folder.RealPath))];
            _below = [];
        }
        while (folders.Count == 0 && _links.Count > 0);

        return folders.Count > 0;
    }

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
            foreach (var entry in new FileSystemEnumerable<Entry>(folder, Entry.Of, Everything))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var (path, isFolder, isLink, size, changed) = entry;
                if (!isFolder && path.StartsWith(prefix, StringComparison.Ordinal))
                {
                    contents.Files.Add((path, isLink || OperatingSystem.IsWindows() ? null : ObjectVersion.OfFile(path, size, changed)));
                }
                else if (isFolder && LeadsOn(path + '/'))
                {
                    contents.Folders.Add((path[folder.Length..], isLink));
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

    bool LeadsOn(string folder) => folder.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(folder, StringComparison.Ordinal);

    /// <summary>The path without any link in it.</summary>
    static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { Length: > 0 } parent)
        {
            return path;
        }

        var real = Path.Combine(RealPath(parent), Path.GetFileName(path));
        return new DirectoryInfo(real).LinkTarget is { } target ? RealPath(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(real)!, target))) : real;
    }

    readonly record struct Contents(List<(string Path, ObjectVersion? Version)> Files, List<(string Name, bool IsLink)> Folders);

    // The attributes of what is gone have all bits set, that of a link too.
    readonly record struct Entry(string Path, bool IsFolder, bool IsLink, long Size, DateTime Changed)
    {
        public static Entry Of(ref FileSystemEntry entry) => new(
            string.Concat(entry.OriginalRootDirectory, entry.FileName),
            entry.IsDirectory,
            (entry.Attributes & FileAttributes.ReparsePoint) != 0,
            entry.Length,
            entry.LastWriteTimeUtc.UtcDateTime);
    }
}
