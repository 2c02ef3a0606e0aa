using Starlift.Errors;

namespace Starlift.Objects;

/// <summary>
/// The folders of this machine that objects are read from. A link, a manifest or a JSONPaths file leads to nothing outside of them: who
/// puts files into a data folder must not choose what else is read. Immutable.
/// </summary>
sealed class DataFolders
{
    readonly string? _start;
    readonly IReadOnlyList<string> _named;
    readonly IReadOnlyList<string> _real;

    /// <param name="start">Where relative paths start, if what a COPY names below is a data folder too.</param>
    /// <param name="named">Full paths with forward slashes.</param>
    public DataFolders(string? start, IReadOnlyList<string> named)
        : this(start, named, named)
    {
    }

    DataFolders(string? start, IReadOnlyList<string> named, IEnumerable<string> folders)
    {
        _start = start is null ? null : Closed(start);
        _named = [.. named.Select(Closed)];
        var paths = new RealPaths();
        _real = [.. folders.Where(Directory.Exists).Select(folder => Closed(paths.Of(folder))).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// With the data folder of a COPY: the one that is named and holds it; else the folder below the start that its path goes through
    /// first, which may be a link; else, far from both, the folder that FROM ends in.
    /// </summary>
    /// <param name="from">FROM as a full path with forward slashes.</param>
    public DataFolders With(string from)
    {
        var folder = StartOf(from);
        if (_start is null || _named.Any(named => named != _start && folder.StartsWith(named, StringComparison.Ordinal)))
        {
            return this;
        }

        var first = folder.StartsWith(_start, StringComparison.Ordinal) ? folder.IndexOf('/', _start.Length) : folder.Length - 1;
        return first < 0 ? this : new DataFolders(_start, _named, [.. _real, folder[..(first + 1)]]);
    }

    /// <summary>The folder that a FROM names, or the one in which what it names begins; with a slash at its end.</summary>
    public static string StartOf(string from) => Directory.Exists(from) ? Closed(from) : from[..(from.LastIndexOf('/') + 1)];

    /// <param name="path">As it was named or met.</param>
    /// <param name="real">The same without links.</param>
    /// <exception cref="ConfigurationException">It lies outside.</exception>
    public void ThrowIfOutside(string path, string real)
    {
        if (!_real.Any(folder => Closed(real).StartsWith(folder, StringComparison.Ordinal)))
        {
            throw new ConfigurationException(
                Closed(real) == Closed(path) ? $"{path} is outside of the data folders" : $"{path} leads to {real}, outside of the data folders",
                hint: $"if that is meant, allow it with --allow-folder {Path.GetDirectoryName(real.TrimEnd('/')) ?? "/"}");
        }
    }

    static string Closed(string folder) => folder.EndsWith('/') ? folder : folder + '/';
}
