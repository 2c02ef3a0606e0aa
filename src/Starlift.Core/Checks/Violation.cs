using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>A way in which rows violate a rule.</summary>
/// <param name="Rows">A SELECT's FROM and WHERE that yield each row or key that violates it.</param>
/// <param name="Examples">A SELECT of up to five of them.</param>
/// <param name="Broken">The check that does not hold, of the check that would, the number of violations and the examples.</param>
sealed record Violation(string Rows, string Examples, Func<CheckResult, long, QueryResult, CheckResult> Broken)
{
    /// <summary>FROM and WHERE that yield rows where <see cref="Rows"/> does and none where it does not, and cost less; null where there is no such way.</summary>
    public string? QuickTest { get; init; }

    /// <param name="rows">A SELECT's FROM and WHERE.</param>
    /// <param name="examples">A SELECT of up to five rows.</param>
    /// <param name="problem">Says it; is given the examples on one line.</param>
    public Violation(string rows, string examples, Func<string, Problem> problem)
        : this(rows, examples, (check, violations, shown) => check.Broken(violations, shown, problem))
    {
    }
}
