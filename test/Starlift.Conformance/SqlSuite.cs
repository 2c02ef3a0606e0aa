using Starlift.Cases;
using Starlift.Objects;

namespace Starlift.Conformance;

/// <summary>Runs SQL checks on an engine: groups side by side, each on an empty database of its own.</summary>
public static class SqlSuite
{
    /// <summary>Most of a group's time is spent on waiting for its database.</summary>
    static readonly ParallelOptions SideBySide = new() { MaxDegreeOfParallelism = Environment.ProcessorCount * 2 };

    /// <summary>In the order of the checks.</summary>
    public static Task<IReadOnlyList<SqlOutcome>> RunAsync(
        IEnumerable<SqlCheck> checks, Func<IObjectStore, CancellationToken, Task<IEngine>> open, CancellationToken cancellationToken) =>
        RunAsync(checks, (group, stop) => SqlRunner.ObserveAsync(group, open, stop), cancellationToken);

    /// <param name="checks">Of any files.</param>
    /// <param name="observe">Executes a group.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>In the order of the checks.</returns>
    public static async Task<IReadOnlyList<SqlOutcome>> RunAsync(
        IEnumerable<SqlCheck> checks, Func<IReadOnlyList<SqlCheck>, CancellationToken, Task<IReadOnlyList<SqlFact>>> observe, CancellationToken cancellationToken)
    {
        var groups = checks.GroupBy(check => (check.File, check.Group)).Select(group => group.ToList()).ToList();
        var outcomes = new IReadOnlyList<SqlOutcome>[groups.Count];
        await Parallel.ForAsync(0, groups.Count, SideBySide, async (i, _) =>
        {
            var facts = await observe(groups[i], cancellationToken);
            outcomes[i] = [.. groups[i].Zip(facts, (check, fact) => new SqlOutcome(check, SqlExpectations.Judge(check, fact)))];
        });
        return [.. outcomes.SelectMany(group => group)];
    }
}
