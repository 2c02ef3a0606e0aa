namespace Starlift.CliTests;

/// <summary>The command that the tests run.</summary>
static class StarliftBinary
{
    /// <summary>
    /// The one that STARLIFT_BINARY names, such as artifacts/native/starlift, or else the one that was built with the tests:
    /// artifacts/bin/TESTS/CONFIGURATION/ → artifacts/bin/Starlift.Cli/CONFIGURATION/.
    /// </summary>
    public static string FullPath { get; } = Find();

    static string Find()
    {
        if (Environment.GetEnvironmentVariable("STARLIFT_BINARY") is { Length: > 0 } chosen)
        {
            return Path.GetFullPath(chosen);
        }

        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "Starlift.Cli", own.Name, OperatingSystem.IsWindows() ? "starlift.exe" : "starlift");
    }
}
