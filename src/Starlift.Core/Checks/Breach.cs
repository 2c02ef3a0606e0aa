using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>A way to break a rule.</summary>
/// <param name="Faults">A SELECT's FROM and WHERE that yield a row for each row or key at fault.</param>
/// <param name="Examples">A SELECT of up to five of them.</param>
/// <param name="Broken">The check that does not hold, of the check that would, the number of faults and the examples.</param>
sealed record Breach(string Faults, string Examples, Func<CheckResult, long, QueryResult, CheckResult> Broken)
{
    /// <summary>FROM and WHERE that yield rows where <see cref="Faults"/> does and none where it does not, and cost less; null where there is no such way.</summary>
    public string? Sign { get; init; }

    /// <param name="faults">A SELECT's FROM and WHERE.</param>
    /// <param name="examples">A SELECT of up to five rows.</param>
    /// <param name="problem">Says it; is given the examples on one line.</param>
    public Breach(string faults, string examples, Func<string, Problem> problem)
        : this(faults, examples, (check, violations, rows) => check.Broken(violations, rows, problem))
    {
    }
}
