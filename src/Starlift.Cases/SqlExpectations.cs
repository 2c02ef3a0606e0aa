using System.Text.RegularExpressions;

namespace Starlift.Cases;

/// <summary>Holds what a warehouse did with a SQL check against what the check expects, or against what another warehouse did.</summary>
public static class SqlExpectations
{
    /// <summary>Sentences; none where all is as the check expects.</summary>
    /// <param name="check">The check.</param>
    /// <param name="fact">Of the check; it was executed.</param>
    public static IReadOnlyList<string> Differences(SqlCheck check, SqlFact fact)
    {
        if (fact.Error is { } error)
        {
            return check.Fails == false ? [$"it fails: {error.Message}"]
                : check.ErrorPattern is { } pattern && !Regex.IsMatch(error.Message, pattern, RegexOptions.IgnoreCase) ? [$"the error is: {error.Message}"]
                : [];
        }

        return check.Fails == true ? ["it does not fail"] : check.Rows is { } rows ? OfRows(check, rows, fact.Rows) : [];
    }

    /// <summary>Sentences; none where both did the same. Texts of errors are not compared: no engine says them like another.</summary>
    /// <param name="check">What was executed.</param>
    /// <param name="cluster">What one warehouse did.</param>
    /// <param name="starlift">What the other one did.</param>
    public static IReadOnlyList<string> Differences(SqlCheck check, SqlFact cluster, SqlFact starlift) => (cluster.Error, starlift.Error) switch
    {
        ({ } error, null) => [$"on the cluster it fails ({error.SqlState}: {error.Message}), here it does not"],
        (null, { } error) => [$"on the cluster it does not fail, here it does: {error.Message}"],
        (null, null) when check.Types is not null => OfRows(check, cluster.Rows, starlift.Rows),
        _ => [],
    };

    static IReadOnlyList<string> OfRows(SqlCheck check, IReadOnlyList<IReadOnlyList<string?>> expected, IReadOnlyList<IReadOnlyList<string?>> found)
    {
        var (left, right) = (expected.Select(row => Normal(check, row)).ToList(), found.Select(row => Normal(check, row)).ToList());
        if (check.AnyOrder)
        {
            return [.. RowBag.Differences(left, right)];
        }

        return left.Count == right.Count && left.Zip(right).All(pair => pair.First.SequenceEqual(pair.Second))
            ? []
            : [$"expected {Shown(expected)}, found {Shown(found)}"];
    }

    static List<string?> Normal(SqlCheck check, IReadOnlyList<string?> row) => [.. row.Select((cell, i) => CellText.Normal(cell, ComparisonOf(check.Types!.ElementAtOrDefault(i))))];

    static string? ComparisonOf(char type) => type switch
    {
        'R' => "numeric",
        'J' => "json-equal",
        _ => null,
    };

    static string Shown(IReadOnlyList<IReadOnlyList<string?>> rows) => rows.Count == 0 ? "no rows" : string.Join("; ", rows.Select(RowBag.Shown));
}
