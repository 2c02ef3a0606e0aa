using System.Text;
using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>A project's files, with the names that messages show: as the user typed the folder.</summary>
sealed class ProjectFolder
{
    public const string SettingsFileName = "starlift.yaml";

    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    readonly string _typed;

    /// <param name="typed">The folder as the user typed it; "." is the current folder.</param>
    /// <param name="from">Where it begins where it is relative; null for the process's current folder.</param>
    /// <exception cref="ConfigurationException">There is no such folder, or it is no project.</exception>
    public ProjectFolder(string typed, string? from = null)
    {
        _typed = typed.Length > 1 ? typed.TrimEnd('/') : typed;
        FullPath = from is null ? Path.GetFullPath(typed) : Path.GetFullPath(typed, from);
        if (!Directory.Exists(FullPath))
        {
            throw new ConfigurationException($"there is no folder '{typed}'", hint: "name the project's folder with -p/--project DIR");
        }

        if (!File.Exists(PathOf(SettingsFileName)))
        {
            throw new ConfigurationException(
                $"the folder '{typed}' is no project: it holds no {SettingsFileName}",
                hint: File.Exists(PathOf("starlift.yml"))
                    ? $"rename starlift.yml to {SettingsFileName}"
                    : "go to the project's folder, or name it with -p/--project DIR");
        }
    }

    public string FullPath { get; }

    /// <summary>The name that messages show for a file of the project, given relative to its folder.</summary>
    public string Shown(string relative) => _typed is "." or "./" ? relative : $"{_typed}/{relative}";

    /// <summary>The SQL files of a folder of the project by name, relative to the project; none where there is no such folder.</summary>
    public IReadOnlyList<string> SqlFiles(string folder) => !Directory.Exists(PathOf(folder))
        ? []
        : [.. Directory.EnumerateFiles(PathOf(folder), "*.sql").Select(path => $"{folder}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)];

    /// <summary>The text of a file of the project; null, with a problem added, where it can't be read.</summary>
    public string? ReadText(string relative, List<Problem> problems)
    {
        try
        {
            return File.ReadAllText(PathOf(relative), StrictUtf8);
        }
        catch (DecoderFallbackException)
        {
            problems.Add(new Problem("the file is not UTF-8", new SourcePlace(Shown(relative), 1, 1), "save it as UTF-8"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Problem($"the file can't be read: {error.Message}", new SourcePlace(Shown(relative), 1, 1)));
        }

        return null;
    }

    /// <summary>Folders of the project that hold SQL files and are not among those it may have.</summary>
    public IEnumerable<string> StrayFolders(IReadOnlyList<string> known) => Directory.EnumerateDirectories(FullPath)
        .Select(path => Path.GetFileName(path))
        .Where(name => !known.Contains(name) && SqlFiles(name).Count > 0)
        .Order(StringComparer.Ordinal);

    string PathOf(string relative) => Path.Combine(FullPath, relative);
}
