using System.Runtime.CompilerServices;

namespace Starlift.WarehouseTests;

/// <summary>The repository that these tests were built from.</summary>
static class SourceTree
{
    /// <summary>The folder of Starlift.slnx.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    static string Here([CallerFilePath] string here = "") => here;
}
