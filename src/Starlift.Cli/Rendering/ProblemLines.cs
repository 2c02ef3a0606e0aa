using Starlift.Errors;

namespace Starlift.Cli.Rendering;

/// <summary>Tells problems: what, where, and the way out.</summary>
static class ProblemLines
{
    public static void Write(TextWriter error, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
        {
            if (error is JsonLogWriter log)
            {
                log.Log("error", problem.What, ("place", problem.Place?.ToString()), ("hint", problem.Hint));
                continue;
            }

            error.WriteLine($"starlift: {problem.What}");
            if (problem.Place is { } place)
            {
                error.WriteLine($"  at {place}");
            }

            if (problem.Hint is { } hint)
            {
                error.WriteLine($"hint: {hint}");
            }
        }
    }
}
