using System.Reflection;

namespace Starlift.Cases;

/// <summary>Where cases and SQL checks are found.</summary>
public static class ConformanceCases
{
    const string Root = "cases/";
    const string SqlFolder = "sql/";
    const string SqlEnding = ".slt";

    static Assembly Own => typeof(ConformanceCases).Assembly;

    /// <summary>Those that this program brings along, by name.</summary>
    public static IReadOnlyList<ConformanceCase> Embedded() => [.. Own.GetManifestResourceNames()
        .Where(name => name.StartsWith(Root, StringComparison.Ordinal) && name.EndsWith("/case.json", StringComparison.Ordinal))
        .Select(name => name[Root.Length..^"/case.json".Length])
        .Order(StringComparer.Ordinal)
        .Select(name => new ConformanceCase(name, CaseFiles.OfResources(Own, $"{Root}{name}/")))];

    /// <summary>Every case below the folder, or the folder itself where it is one.</summary>
    public static IEnumerable<ConformanceCase> Below(string folder) => Directory
        .EnumerateFiles(folder, "case.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => Path.GetDirectoryName(Path.GetFullPath(file))!)
        .Select(found => new ConformanceCase(Path.GetFileName(found), CaseFiles.OfFolder(found)) { Folder = found });

    /// <summary>The SQL checks that this program brings along.</summary>
    public static IReadOnlyList<SqlCheck> EmbeddedSql()
    {
        var files = CaseFiles.OfResources(Own, Root + SqlFolder);
        return [.. files.Names.SelectMany(name => SqlCheckFile.Read(name[..^SqlEnding.Length], files.Text(name)))];
    }

    /// <summary>The SQL checks of every .slt file below the folder.</summary>
    public static IEnumerable<SqlCheck> SqlBelow(string folder) => Directory
        .EnumerateFiles(folder, $"*{SqlEnding}", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .SelectMany(file => SqlCheckFile.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));
}
