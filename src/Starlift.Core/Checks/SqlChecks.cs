using System.Globalization;
using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Checks;

/// <summary>
/// Holds the star against the rules of checks/. A check that passes costs one query that counts, for only what breaks a rule is worth
/// showing.
/// </summary>
/// <param name="warehouse">Where; in the run's transaction, or on what is published.</param>
/// <param name="changed">The quoted name of the table that holds the changed rows of a star table.</param>
sealed class SqlChecks(IWarehouse warehouse, Func<TableName, string> changed)
{
    /// <exception cref="StarliftException">The warehouse refused the check's SELECT.</exception>
    public async Task<CheckResult> RunAsync(Check check, CancellationToken cancellationToken)
    {
        var source = check.Select.Source;
        var rows = $"(\n{check.SqlOn(changed)}\n) as violations";
        var violations = await InFile.RunAsync(
            $"check {check.Name}", source, () => warehouse.CountAsync($"select count(*) from {rows}", cancellationToken));
        var tolerated = violations == 0 ? check.Threshold.Rows : await ToleratedAsync(check.Threshold, cancellationToken);
        var result = Of(check) with { Threshold = tolerated, Violations = violations };
        if (violations <= tolerated)
        {
            return result;
        }

        var examples = await InFile.RunAsync(
            $"check {check.Name}", source, () => warehouse.QueryAsync($"select * from {rows} limit 5", cancellationToken));
        return result.Broken(violations, examples, _ => ProblemOf(check, result, ExampleRows.Of(examples)));
    }

    /// <summary>Of a check that can't be run.</summary>
    public static CheckResult Skipped(Check check) => Of(check) with { Outcome = CheckOutcome.Skipped };

    static CheckResult Of(Check check) => new()
    {
        Name = check.Name,
        Kind = CheckKind.Sql,
        Table = string.Join(", ", check.Reads.Select(table => table.ToString()).Order(StringComparer.Ordinal)),
        Severity = check.Severity,
        Description = check.Description,
        Threshold = check.Threshold.Rows,
    };

    async Task<long> ToleratedAsync(CheckThreshold threshold, CancellationToken cancellationToken) => threshold.Tolerated(
        threshold.Of is { } table ? await warehouse.CountAsync($"select count(*) from {table.Quoted}", cancellationToken) : 0);

    static Problem ProblemOf(Check check, CheckResult result, IReadOnlyList<string> examples)
    {
        var found = result.Violations == 1 ? "1 row breaks" : string.Create(CultureInfo.InvariantCulture, $"{result.Violations} rows break");
        var tolerated = result.Threshold == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({result.Threshold} tolerated)");
        return new Problem(
            $"check {check.Name}: {found} the rule{tolerated}: {check.Description}{string.Concat(examples.Select(example => $"\n    {example}"))}",
            check.Select.Source.PlaceOf(check.Select.Source.Start),
            "mend the records or the model; or tolerate such rows with -- threshold, or with -- severity: warn");
    }
}
