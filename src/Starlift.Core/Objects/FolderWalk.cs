using System.IO.Enumeration;
using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>
/// Finds the files whose path starts with a prefix. Links are followed, but each real folder is walked once, under its own path
/// where it has one below the start: a link to a folder above would be walked for ever. Used once.
/// </summary>
/// <param name="prefix">A full path or the beginning of one, with forward slashes.</param>
sealed class FolderWalk(string prefix)
{
    static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };
    readonly HashSet<string> _seen = [];
    readonly Stack<(string Path, string RealPath)> _folders = [];
    readonly Queue<string> _links = [];

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
        while (TryTake(out var path, out var realPath))
        {
            if (!_seen.Add(realPath))
            {
                continue;
            }

            foreach (var (name, isFolder, isLink, size, changed) in EntriesOf(path))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var full = path + name;
                if (!isFolder && full.StartsWith(prefix, StringComparison.Ordinal))
                {
                    yield return (full, isLink || OperatingSystem.IsWindows() ? null : ObjectVersion.OfFile(full, size, changed));
                }
                else if (isFolder && LeadsOn(full + '/'))
                {
                    Add(full + '/', isLink, $"{realPath.TrimEnd('/')}/{name}");
                }
            }
        }
    }

    bool LeadsOn(string folder) => folder.StartsWith(prefix, StringComparison.Ordinal) || prefix.StartsWith(folder, StringComparison.Ordinal);

    void Add(string folder, bool isLink, string realPath)
    {
        if (isLink)
        {
            _links.Enqueue(folder);
        }
        else
        {
            _folders.Push((folder, realPath));
        }
    }

    bool TryTake(out string path, out string realPath)
    {
        if (_folders.TryPop(out var folder))
        {
            (path, realPath) = folder;
            return true;
        }

        if (_links.TryDequeue(out var link))
        {
            (path, realPath) = (link, RealPath(link.TrimEnd('/')));
            return true;
        }

        (path, realPath) = ("", "");
        return false;
    }

    // The attributes of what is gone have all bits set, that of a link too.
    static List<(string Name, bool IsFolder, bool IsLink, long Size, DateTime Changed)> EntriesOf(string folder)
    {
        try
        {
            return [.. new FileSystemEnumerable<(string, bool, bool, long, DateTime)>(
                folder,
                (ref entry) => (
                    entry.FileName.ToString(),
                    entry.IsDirectory,
                    (entry.Attributes & FileAttributes.ReparsePoint) != 0,
                    entry.Length,
                    entry.LastWriteTimeUtc.UtcDateTime),
                Everything)];
        }
        catch (DirectoryNotFoundException)
        {
            // Gone since it was seen, and its files with it.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(ExitCode.Access, new Problem($"can't list {folder}: {e.Message}", Hint: "check the folder's permissions"), e);
        }
    }

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
}
