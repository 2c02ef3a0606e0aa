using Starlift.Errors;

namespace Starlift.Checks;

/// <summary>Runs a statement that stands around one of the project's: where it fails, the place to look at is the project's file.</summary>
static class InFile
{
    /// <param name="who">How the message begins: "model songplays".</param>
    /// <param name="source">The project's statement.</param>
    /// <param name="run">Runs the statement around it.</param>
    /// <exception cref="StarliftException">The warehouse refused the statement.</exception>
    public static async Task<T> RunAsync<T>(string who, SqlSource source, Func<Task<T>> run)
    {
        try
        {
            return await run();
        }
        catch (StarliftException e) when (e.ExitCode == ExitCode.RunFailed)
        {
            var problem = e.Problems[0];
            throw new StarliftException(e.ExitCode, new Problem($"{who}: {problem.What}", source.PlaceOf(source.Start), problem.Hint), e);
        }
    }
}
