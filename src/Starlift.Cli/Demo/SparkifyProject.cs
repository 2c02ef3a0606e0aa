using System.Reflection;

namespace Starlift.Cli.Demo;

/// <summary>The Sparkify project that this binary carries: written out, it is a project like any other.</summary>
static class SparkifyProject
{
    const string Prefix = "sparkify/";
    const string Settings = "starlift.yaml";

    static readonly Assembly Assembly = typeof(SparkifyProject).Assembly;

    /// <summary>Paths of its files, relative to the project's folder. starlift.yaml is the last.</summary>
    public static IReadOnlyList<string> Files { get; } =
    [
        .. Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..])
            .OrderBy(file => file == Settings)
            .ThenBy(file => file, StringComparer.Ordinal),
    ];

    /// <summary>A project is there: whatever it says, it is the user's.</summary>
    public static bool IsIn(string folder) => File.Exists(Path.Combine(folder, Settings));

    /// <summary>Writes the files into a folder, in place of those of the same names; without starlift.yaml it is no project, so that comes last.</summary>
    public static void WriteTo(string folder)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var resource = Assembly.GetManifestResourceStream(Prefix + file)!;
            using var target = File.Create(path);
            resource.CopyTo(target);
        }
    }
}
