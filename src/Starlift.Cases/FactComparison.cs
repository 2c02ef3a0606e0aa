namespace Starlift.Cases;

/// <summary>
/// Holds what a cluster did with a case against what Starlift does: outcome, rows, and the rows of the views on errors, as far as the cluster
/// tells them. Of the error's text only that of a failed load is compared, which Starlift says like Redshift.
/// </summary>
public static class FactComparison
{
    const int MostCompared = 100;

    /// <summary>Texts of these are the same in both, but for the words that Starlift has for what no page says.</summary>
    static readonly string[] Columns = ["filename", "line_number", "colname", "type", "col_length", "position", "raw_field_value", "err_code", "err_reason"];

    /// <summary>Sentences; none where both did the same.</summary>
    /// <param name="testCase">What was executed.</param>
    /// <param name="cluster">What the cluster did.</param>
    /// <param name="starlift">What Starlift did.</param>
    public static IReadOnlyList<string> Differences(ConformanceCase testCase, CaseFact cluster, CaseFact starlift)
    {
        if (cluster.Outcome != starlift.Outcome)
        {
            return [$"outcome: {Told(cluster)} on the cluster, {Told(starlift)} here"];
        }

        var differences = new List<string>();
        if (cluster.Outcome == CaseFact.Success && cluster.RowsLoaded is { } there && starlift.RowsLoaded is { } here && there != here)
        {
            differences.Add($"rows loaded: {there} on the cluster, {here} here");
        }

        if (cluster.Outcome == CaseFact.LoadError && !StartsAlike(cluster.Error, starlift.Error))
        {
            differences.Add($"message: '{cluster.Error?.Message}' on the cluster, '{starlift.Error?.Message}' here");
        }

        differences.AddRange(OfErrors(cluster, starlift));
        differences.AddRange(OfRows(testCase, cluster, starlift));
        return differences;
    }

    static IEnumerable<string> OfErrors(CaseFact cluster, CaseFact starlift)
    {
        var told = Columns.Where(column => cluster.LoadErrors.All(row => row.ContainsKey(column))).ToList();
        return RowBag.Differences(
            cluster.LoadErrors.Select(row => Cells(row, told)),
            starlift.LoadErrors.Select(row => Cells(row, told))).Select(difference => $"error {difference}");
    }

    static List<string?> Cells(IReadOnlyDictionary<string, string> row, IEnumerable<string> columns) =>
        [.. columns.Select(column => row.GetValueOrDefault(column) is { } text ? Compared(text) : null)];

    // Both cut long texts, not at the same length; blanks fill a CHAR; and no text of the wire holds what is no character.
    static string Compared(string text)
    {
        var compared = text.Split('\0', '\uFFFD')[0].TrimEnd();
        return compared.Length > MostCompared ? compared[..MostCompared] : compared;
    }

    static IEnumerable<string> OfRows(ConformanceCase testCase, CaseFact cluster, CaseFact starlift)
    {
        if (cluster.Columns is null || starlift.Columns is null)
        {
            return (cluster.Columns is null) == (starlift.Columns is null) ? [] : [$"the table is {(cluster.Columns is null ? "not there on the cluster" : "there on the cluster")}, and here it is otherwise"];
        }

        var comparisons = cluster.Columns.Select(column => testCase.Comparisons.GetValueOrDefault(column)).ToList();
        return RowBag.Differences(cluster.Rows.Select(Normal), starlift.Rows.Select(Normal));
        List<string?> Normal(IReadOnlyList<string?> row) => [.. row.Select((cell, i) => CellText.Normal(cell, comparisons.ElementAtOrDefault(i)))];
    }

    // The view that the text names is the cluster's choice.
    static bool StartsAlike(FactError? cluster, FactError? starlift) =>
        cluster is not null && starlift is not null && starlift.Message.StartsWith(cluster.Message.Split("Check")[0].Trim(), StringComparison.Ordinal);

    static string Told(CaseFact fact) => fact.Error is { } error ? $"{fact.Outcome} ({error.Message})" : fact.Outcome;
}
