using Starlift.Errors;
using Starlift.Secrets;

namespace Starlift.Projects;

/// <summary>Reads and validates a project folder.</summary>
public static class ProjectReader
{
    static readonly IReadOnlyList<string> SqlFolders = ["tables", "loads", "models", "checks", "reports"];

    /// <summary>Reads the whole project; touches no file but those of the folder and may be called as often as one likes.</summary>
    /// <param name="folder">The project's folder as the user typed it: messages show file names under it.</param>
    /// <param name="overrides">Values from outside the file.</param>
    /// <param name="targetTypes">The types that targets may have.</param>
    /// <param name="targets">Is given the targets and the default one's name as soon as they are known, before the SQL is read.</param>
    /// <exception cref="ConfigurationException">All problems of all files at once.</exception>
    public static Project Read(
        string folder, ProjectOverrides overrides, IReadOnlyList<TargetType> targetTypes, Action<IReadOnlyList<TargetSettings>, string>? targets = null)
    {
        var problems = new List<Problem>();
        var files = new ProjectFolder(folder, overrides.CurrentFolder);
        if (ProjectFileReader.Read(files, overrides, targetTypes, problems) is not { } settings)
        {
            throw new ConfigurationException(problems);
        }

        targets?.Invoke(settings.Targets, settings.DefaultTarget);
        CheckFolders(files, problems);
        var project = ReadSql(files, settings, overrides.CurrentFolder, problems);
        return problems.Count == 0 ? project : throw new ConfigurationException(problems);
    }

    static Project ReadSql(ProjectFolder files, ProjectFile settings, string? currentFolder, List<Problem> problems)
    {
        var sql = new SqlFileReader(files, settings.Variables, problems);
        var tables = new TablesReader(problems).Read(sql.Read("tables"));
        var declared = new DeclaredTables(tables, files.SqlFiles("tables").Select(file => Path.GetFileNameWithoutExtension(file)).ToHashSet());
        new ForeignKeyRules(declared, problems).Check();
        var loads = new LoadsReader(declared, problems).Read(sql.Read("loads"));
        var meanings = new QueryMeanings(problems);
        var models = new ModelsReader(declared, loads, meanings, problems).Read(sql.Read("models"));
        var checks = new ChecksReader(declared, models, meanings, problems).Read(sql.Read("checks"));
        var charts = new ChartsReader(declared, meanings, problems).Read(sql.Read("reports"));
        var secrets = SecretValues.Of(settings.Variables.Secrets.Concat(sql.Secrets));
        Redact(problems, secrets);
        return new Project
        {
            Folder = files.FullPath,
            CurrentFolder = currentFolder ?? Environment.CurrentDirectory,
            Name = settings.Name,
            Vars = settings.Variables.Values,
            Targets = settings.Targets,
            DefaultTarget = settings.DefaultTarget,
            Cloud = settings.Cloud,
            History = settings.History,
            Changed = settings.Changed,
            Vanished = settings.Vanished ?? default,
            StatesVanished = settings.Vanished is not null,
            UnknownKeys = settings.UnknownKeys,
            FilesArePrivate = settings.FilesArePrivate,
            Secrets = secrets,
            Tables = tables,
            Loads = loads,
            Models = models,
            Checks = checks,
            Charts = charts,
            OtherFunctions = meanings.OtherFunctions,
        };
    }

    // a message may show a text of the SQL, and what was filled into it
    static void Redact(List<Problem> problems, SecretValues secrets)
    {
        if (!secrets.IsEmpty)
        {
            List<Problem> shown = [.. problems.Select(problem => problem with { What = secrets.Redact(problem.What), Hint = problem.Hint is { } hint ? secrets.Redact(hint) : null })];
            problems.Clear();
            problems.AddRange(shown);
        }
    }

    static void CheckFolders(ProjectFolder files, List<Problem> problems)
    {
        foreach (var stray in files.StrayFolders(SqlFolders))
        {
            if (NearMiss.Of(stray, SqlFolders) is { } meant)
            {
                problems.Add(new Problem($"the folder '{files.Shown(stray)}' holds SQL files that nothing reads", Hint: $"did you mean '{files.Shown(meant)}'?"));
            }
        }
    }
}
