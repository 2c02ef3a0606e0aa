using System.Text.RegularExpressions;
using Starlift.Errors;

namespace Starlift.Cli.Demo;

/// <summary>A folder that is to become a project: nothing is in it yet but data and a repository.</summary>
sealed partial class NewFolder
{
    /// <param name="typed">The folder as the user typed it: messages show it.</param>
    /// <param name="currentFolder">Where a relative one starts.</param>
    /// <exception cref="ConfigurationException">There is something in it, or its name gives none for a project.</exception>
    public NewFolder(string typed, string currentFolder)
    {
        FullPath = Path.TrimEndingDirectorySeparator(Path.GetFullPath(typed, currentFolder));
        if (File.Exists(FullPath))
        {
            throw new ConfigurationException($"{typed} is a file; a project is a folder", hint: "name a new or an empty folder");
        }

        if (Directory.Exists(FullPath) && Directory.EnumerateFileSystemEntries(FullPath).FirstOrDefault(IsInTheWay) is { } entry)
        {
            throw new ConfigurationException($"{typed} is not empty: it holds {Path.GetFileName(entry)}", hint: "name a new or an empty folder");
        }

        ProjectName = NameFor(FullPath);
    }

    /// <summary>The name of a project in a folder: the folder's from its first letter on; what a project's name can't hold is a dash.</summary>
    /// <exception cref="ConfigurationException">The folder's name holds no letter.</exception>
    public static string NameFor(string folder) => Other().Replace(Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)), "-").Trim('-') is { Length: > 0 } name
        ? name
        : throw new ConfigurationException($"no name for a project can be made of the folder {folder}", hint: "name a folder with a letter in its name");

    // Data waits for its project, and a repository for its first file.
    static bool IsInTheWay(string entry) => !Directory.Exists(entry) || Path.GetFileName(entry) is not ("data" or ".git");

    public string FullPath { get; }

    /// <summary>The folder's name from its first letter on; what a project's name can't hold is a dash.</summary>
    public string ProjectName { get; }

    [GeneratedRegex("^[^A-Za-z]+|[^A-Za-z0-9_-]+")]
    private static partial Regex Other();
}
