using Starlift.Errors;

namespace Starlift.Cli.Terminals;

/// <summary>Tells problems: what, where, and the way out; and bugs.</summary>
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

            // Examples stand below the sentence, four blanks in. Whatever else breaks a line is shown as a sign.
            foreach (var (index, line) in problem.What.Split("\n    ").Index())
            {
                error.WriteLine(index == 0 ? $"starlift: {line}" : $"    {line}");
            }

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

    public static void WriteBug(TextWriter error, Exception bug)
    {
        const string What = "a bug of Starlift's own, please report it";
        if (error is JsonLogWriter log)
        {
            log.Log("error", What, ("exception", bug.ToString()));
            return;
        }

        error.WriteLine($"starlift: {What}");
        foreach (var line in bug.ToString().ReplaceLineEndings("\n").Split('\n'))
        {
            error.WriteLine($"  {line}");
        }
    }
}
