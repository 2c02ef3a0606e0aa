using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Holds rows against rules. One statement counts the breaches of all rules, for a warehouse works on the parts of a statement at the
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
        var breaches = rules.SelectMany(rule => rule.Breaches).ToList();
        var counts = await CountAsync(warehouse, breaches, cancellationToken);
        var results = new List<CheckResult>();
        foreach (var rule in rules)
        {
            var breach = rule.Breaches.FirstOrDefault(breach => counts[breach] > 0);
            results.Add(breach is null
                ? rule.Check
                : breach.Broken(rule.Check, counts[breach], await warehouse.QueryAsync(breach.Examples, cancellationToken)));
        }

        return results;
    }

    static async Task<Dictionary<Breach, long>> CountAsync(IWarehouse warehouse, List<Breach> breaches, CancellationToken cancellationToken)
    {
        if (breaches.Count == 0)
        {
            return [];
        }

        var parts = breaches.Select((breach, i) => $"select {i} as breach, count(*) as violations {breach.Faults}");
        var rows = (await warehouse.QueryAsync(string.Join("\nunion all ", parts), cancellationToken)).Rows;
        return rows.ToDictionary(row => breaches[Convert.ToInt32(row[0], CultureInfo.InvariantCulture)], row => Convert.ToInt64(row[1], CultureInfo.InvariantCulture));
    }
}
