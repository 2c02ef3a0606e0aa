using Starlift.Errors;

namespace Starlift.DuckDb;

/// <summary>The folder that a database's file is in.</summary>
static class DatabaseFolder
{
    /// <summary>Makes it where it is missing.</summary>
    /// <exception cref="StarliftException">It can't be made.</exception>
    public static void Make(string folder, string path)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StarliftException(
                ExitCode.Access,
                new Problem($"the folder of {path} can't be made: {e.Message}", Hint: "check the target's path, and who may write there"),
                e);
        }
    }
}
