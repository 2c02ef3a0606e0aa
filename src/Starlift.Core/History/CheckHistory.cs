using Starlift.Checks;
using Starlift.Warehouses;

namespace Starlift.History;

/// <summary>What came of the checks of every run on a target, failed ones too.</summary>
public static class CheckHistory
{
    const int ShortText = 256;

    /// <param name="warehouse">Has Starlift's tables.</param>
    /// <param name="runId">Whose checks.</param>
    /// <param name="checks">In their order; none is nothing to do.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    internal static async Task WriteAsync(IWarehouse warehouse, long runId, IReadOnlyList<CheckResult> checks, CancellationToken cancellationToken)
    {
        if (checks.Count > 0)
        {
            await warehouse.AppendAsync(StarliftTables.Checks, checks.Select(check => RowOf(runId, check)), cancellationToken);
        }
    }

    static object?[] RowOf(long runId, CheckResult check) =>
    [
        runId, HistoryText.Of(check.Name, ShortText), NameOf(check.Kind), HistoryText.Of(check.Table, ShortText), check.Severity.ToString().ToLowerInvariant(), check.Outcome.ToString().ToLowerInvariant(),
        check.Violations, check.Threshold, HistoryText.Of(check.Description), HistoryText.Of(check.Examples),
    ];

    /// <summary>As the constraint is written in SQL, in lower case.</summary>
    public static string NameOf(CheckKind kind) => kind == CheckKind.NotNull ? "not null" : kind.ToString().ToLowerInvariant();
}
