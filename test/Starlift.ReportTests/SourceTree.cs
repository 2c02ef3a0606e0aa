using System.Runtime.CompilerServices;

namespace Starlift.ReportTests;

/// <summary>The source tree that the tests were built from.</summary>
static class SourceTree
{
    /// <summary>The folder of Starlift.slnx.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "../.."));

    static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
