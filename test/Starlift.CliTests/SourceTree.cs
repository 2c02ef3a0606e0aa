using System.Runtime.CompilerServices;

namespace Starlift.CliTests;

/// <summary>The source tree that the tests were built from.</summary>
static class SourceTree
{
    public static string Root { get; } = FindRoot();

    public static string Sparkify => Path.Combine(Root, "pipelines", "sparkify");

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
