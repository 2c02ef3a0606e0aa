using Starlift.Errors;

namespace Starlift.Checks;

/// <summary>
/// Runs a statement that stands around one of the project's, which begins on its second line: where it fails, the place to look at is in the
/// project's file.
/// </summary>
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
            throw new StarliftException(e.ExitCode, new Problem($"{who}: {problem.What}", PlaceIn(source, problem.Place), problem.Hint), e);
        }
    }

    /// <summary>The place in the project's file; its beginning where the statement around it is at fault.</summary>
    static SourcePlace PlaceIn(SqlSource source, SourcePlace? around)
    {
        var start = 0;
        for (var line = 2; line < around?.Line && start >= 0; line++)
        {
            start = source.Sql.IndexOf('\n', start) + 1;
            start = start == 0 ? -1 : start;
        }

        return around is { Line: > 1 } place && start >= 0 && start + place.Column <= source.Length
            ? source.PlaceOf(source.Start + start + place.Column - 1)
            : source.PlaceOf(source.Start);
    }
}
