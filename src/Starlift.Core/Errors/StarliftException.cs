namespace Starlift.Errors;

/// <summary>
/// A problem of the user's or of the environment, told in one sentence with the way out. Bad records are rejects and never
/// exceptions; any other exception type is a bug of Starlift's own.
/// </summary>
public class StarliftException : Exception
{
    public StarliftException(ExitCode exitCode, Problem problem, Exception? inner = null)
        : this(exitCode, [problem], inner)
    {
    }

    /// <param name="exitCode">What the process exits with.</param>
    /// <param name="problems">At least one; all problems of one reading are reported at once.</param>
    /// <param name="inner">The driver's or system's own exception.</param>
    public StarliftException(ExitCode exitCode, IReadOnlyList<Problem> problems, Exception? inner = null)
        : base(string.Join('\n', problems), inner)
    {
        ExitCode = exitCode;
        Problems = problems;
    }

    public ExitCode ExitCode { get; }

    public IReadOnlyList<Problem> Problems { get; }

    public string? Hint => Problems[0].Hint;
}
