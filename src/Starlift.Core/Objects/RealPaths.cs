namespace Starlift.Objects;

/// <summary>Paths without any link in them. Remembers the folders; not thread-safe, and used for one look around.</summary>
sealed class RealPaths
{
    readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal);

    /// <param name="path">A full path, with forward slashes, of something that is there.</param>
    public string Of(string path)
    {
        var bare = path.TrimEnd('/');
        if (Path.GetDirectoryName(bare) is not { Length: > 0 } parent)
        {
            return path;
        }

        var real = Path.Combine(OfFolder(parent), Path.GetFileName(bare));
        return new FileInfo(real).LinkTarget is { } target
            ? Of(LocalObjectStore.Slashes(Path.GetFullPath(target, Path.GetDirectoryName(real)!)))
            : LocalObjectStore.Slashes(real);
    }

    string OfFolder(string folder)
    {
        if (!_folders.TryGetValue(folder, out var real))
        {
            real = Of(folder);
            _folders.Add(folder, real);
        }

        return real;
    }
}
