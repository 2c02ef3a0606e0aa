using Starlift.Errors;
using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>What came of one check, be it declared by a table's constraint or by a file of checks/.</summary>
public sealed record CheckResult
{
    /// <summary>Tells the project's checks apart.</summary>
    public required string Name { get; init; }

    public required CheckKind Kind { get; init; }

    /// <summary>The star table of a constraint; of a file of checks/ the tables that it reads, parted by commas.</summary>
    public required string Table { get; init; }

    public CheckSeverity Severity { get; init; }

    /// <summary>One sentence: the rule.</summary>
    public required string Description { get; init; }

    /// <summary>How many violations are tolerated.</summary>
    public long Threshold { get; init; }

    public CheckOutcome Outcome { get; init; }

    /// <summary>Rows that break the rule; of a key, keys that more than one row has.</summary>
    public long Violations { get; init; }

    /// <summary>Up to five of them, a line each; empty where the check passed.</summary>
    public string Examples { get; init; } = "";

    /// <summary>What is said where the check did not pass; else null.</summary>
    public Problem? Problem { get; init; }

    /// <summary>The same check where it does not hold.</summary>
    /// <param name="violations">How many there are.</param>
    /// <param name="examples">Up to five of them.</param>
    /// <param name="problem">Says it; is given the examples on one line.</param>
    internal CheckResult Broken(long violations, QueryResult examples, Func<string, Problem> problem)
    {
        var lines = ExampleRows.Of(examples);
        return this with
        {
            Outcome = Severity == CheckSeverity.Error ? CheckOutcome.Failed : CheckOutcome.Warned,
            Violations = violations,
            Examples = string.Join('\n', lines),
            Problem = problem(string.Join("; ", lines)),
        };
    }
}
