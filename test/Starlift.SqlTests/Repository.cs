using System.Runtime.CompilerServices;

namespace Starlift.SqlTests;

/// <summary>The source tree that the tests were built from.</summary>
static class Repository
{
    /// <summary>The folder of Starlift.slnx.</summary>
    public static string Root { get; } = FindRoot();

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    /// <summary>Files under a folder, relative to the root, those that a build made left out.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) => Directory.Exists(Path.Combine(Root, folder))
        ? Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => !path.Split('/').Any(part => part is "artifacts" or "bin" or "obj"))
            .Order(StringComparer.Ordinal)
        : [];

    static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here);
        while (folder is not null && !File.Exists(Path.Combine(folder, "Starlift.slnx")))
        {
            folder = Path.GetDirectoryName(folder);
        }

        return folder ?? throw new InvalidOperationException($"no Starlift.slnx above {here}");
    }
}
