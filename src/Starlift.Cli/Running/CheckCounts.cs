using Starlift.Checks;
using Starlift.Cli.Terminals;

namespace Starlift.Cli.Running;

/// <summary>How many checks came to what, in a few words.</summary>
static class CheckCounts
{
    /// <summary>24 checks passed, 1 warned, 2 failed, 3 skipped; without those that none came to.</summary>
    public static string Of(IReadOnlyCollection<CheckResult> checks)
    {
        var passed = checks.Count(check => check.Outcome == CheckOutcome.Passed);
        var others = new[] { CheckOutcome.Warned, CheckOutcome.Failed, CheckOutcome.Skipped }
            .Select(outcome => (outcome, count: checks.Count(check => check.Outcome == outcome)))
            .Where(other => other.count > 0)
            .Select(other => $", {Quantity.Count(other.count)} {other.outcome.ToString().ToLowerInvariant()}");
        return $"{Quantity.Count(passed, "check", "checks")} passed{string.Concat(others)}";
    }
}
