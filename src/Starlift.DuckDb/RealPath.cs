namespace Starlift.DuckDb;

/// <summary>A file by the one path that no link stands in: two paths that lead to one file are one.</summary>
static class RealPath
{
    /// <summary>As many as Linux follows; links that lead to each other have no end.</summary>
    const int MostLinks = 40;

    /// <param name="path">A full path; the file need not be there.</param>
    public static string Of(string path)
    {
        var links = 0;
        return Of(path, ref links);
    }

    static string Of(string path, ref int links)
    {
        if (Path.GetDirectoryName(path) is not { } folder)
        {
            return path;
        }

        var here = Path.Combine(Of(folder, ref links), Path.GetFileName(path));
        return new FileInfo(here).LinkTarget is { } target && ++links <= MostLinks
            ? Of(Path.GetFullPath(target, Path.GetDirectoryName(here)!), ref links)
            : here;
    }
}
