using System.Runtime.CompilerServices;

namespace Starlift.Torture;

/// <summary>The source tree that this was built from.</summary>
static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string Sparkify => Path.Combine(Root, "pipelines", "sparkify");

    static string FindRoot([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../.."));
}
