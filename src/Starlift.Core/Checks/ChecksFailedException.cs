using Starlift.Errors;

namespace Starlift.Checks;

/// <summary>What a run would publish breaks a rule: it is rolled back, and analysts go on seeing what was there before.</summary>
public sealed class ChecksFailedException(IReadOnlyList<Problem> problems) : StarliftException(ExitCode.ChecksFailed, problems)
{
    /// <exception cref="ChecksFailedException">Some of the checks failed; all that did are told.</exception>
    public static void ThrowIfAny(IEnumerable<CheckResult> results)
    {
        var problems = results.Where(check => check.Outcome == CheckOutcome.Failed).Select(check => check.Problem!).ToList();
        if (problems.Count > 0)
        {
            throw new ChecksFailedException(problems);
        }
    }
}
