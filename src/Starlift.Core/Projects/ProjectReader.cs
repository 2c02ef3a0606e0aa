using Starlift.Errors;

namespace Starlift.Projects;

/// <summary>Reads and validates a project folder.</summary>
public static class ProjectReader
{
    /// <summary>Reads the whole project; touches no file but those of the folder and may be called as often as one likes.</summary>
    /// <param name="folder">The project's folder as the user typed it: messages show file names under it.</param>
    /// <param name="overrides">Values from outside the file.</param>
    /// <param name="targetTypes">The types that targets may have.</param>
    /// <exception cref="ConfigurationException">All problems of all files at once.</exception>
    public static Project Read(string folder, ProjectOverrides overrides, IReadOnlyList<TargetType> targetTypes)
    {
        var problems = new List<Problem>();
        var files = new ProjectFolder(folder);
        var settings = ProjectFileReader.Read(files, overrides, targetTypes, problems);
        if (settings is null || problems.Count > 0)
        {
            throw new ConfigurationException(problems);
        }

        return new Project
        {
            Folder = files.FullPath,
            Name = settings.Name,
            Vars = settings.Variables.Values,
            Targets = settings.Targets,
            DefaultTarget = settings.DefaultTarget,
            Cloud = settings.Cloud,
            Tables = [],
            Loads = [],
            Models = [],
        };
    }
}
