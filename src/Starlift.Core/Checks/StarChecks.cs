using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>
/// Holds rows against rules. One statement counts the violations of all rules, for a warehouse works on the parts of a statement at the
/// same time; only what breaks a rule is looked for.
/// </summary>
static class StarChecks
{
    /// <param name="warehouse">In the run's transaction, or on what is published.</param>
    /// <param name="rules">What to hold the rows against.</param>
    /// <param name="cancellationToken">Ends the checking.</param>
    /// <returns>One a rule, in their order.</returns>
    public static async Task<IReadOnlyList<CheckResult>> RunAsync(
        IWarehouse warehouse, IReadOnlyList<StarRule> rules, CancellationToken cancellationToken)
    {
        var violations = rules.SelectMany(rule => rule.Violations).ToList();
        var found = await warehouse.CountEachAsync(
            [.. violations.Select(violation => violation.QuickTest ?? violation.Rows)], "breach", "violations", cancellationToken);
        var results = new List<CheckResult>();
        var next = 0;
        foreach (var rule in rules)
        {
            var broken = Array.FindIndex(found, next, rule.Violations.Count, count => count > 0);
            next += rule.Violations.Count;
            results.Add(broken < 0 ? rule.Check : await BrokenAsync(warehouse, rule.Check, violations[broken], cancellationToken));
        }

        return results;
    }

    static async Task<CheckResult> BrokenAsync(IWarehouse warehouse, CheckResult check, Violation violation, CancellationToken cancellationToken)
    {
        var count = await warehouse.CountAsync($"select count(*) {violation.Rows}", cancellationToken);
        return violation.Broken(check, count, await warehouse.QueryAsync(violation.Examples, cancellationToken));
    }
}
