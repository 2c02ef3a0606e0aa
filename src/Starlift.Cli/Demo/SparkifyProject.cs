using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;

namespace Starlift.Cli.Demo;

/// <summary>The Sparkify project that this binary carries: written out, it is a project like any other.</summary>
static partial class SparkifyProject
{
    const string Prefix = "sparkify/";
    const string Settings = "starlift.yaml";
    const string Name = "sparkify";

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

    /// <summary>
    /// Writes the files into a folder, in place of those of the same names; without starlift.yaml it is no project, so that comes last.
    /// </summary>
    /// <param name="folder">Made where it is not there.</param>
    /// <param name="name">Of the project, and in starlift.yaml of all that is named after it.</param>
    public static void WriteTo(string folder, string name = Name)
    {
        foreach (var file in Files)
        {
            var path = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var text = Read(file);
            File.WriteAllText(path, file == Settings ? OwnName().Replace(text, name) : text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        }
    }

    static string Read(string file)
    {
        using var reader = new StreamReader(Assembly.GetManifestResourceStream(Prefix + file)!);
        return reader.ReadToEnd();
    }

    [GeneratedRegex($@"(?<![\w-]){Name}(?![\w-])")]
    private static partial Regex OwnName();
}
