using System.Globalization;
using System.Text.RegularExpressions;

namespace Starlift.Cases;

/// <summary>Holds what a warehouse did with a SQL check against what the check expects, or against what another warehouse did.</summary>
public static class SqlExpectations
{
    /// <summary>How far floats may be apart, as a part of the greater.</summary>
    const double NearEnough = 1e-9;

    /// <summary>Sentences; none where all is as the check expects.</summary>
    /// <param name="check">The check.</param>
    /// <param name="fact">Of the check; it was executed.</param>
    public static IReadOnlyList<string> Differences(SqlCheck check, SqlFact fact) => Judge(check, fact).Differences;

    /// <summary>What is wrong, and the worst of it.</summary>
    /// <param name="check">The check.</param>
    /// <param name="fact">Of the check; it was executed. Columns' names and types are compared where it tells them.</param>
    public static SqlJudgement Judge(SqlCheck check, SqlFact fact)
    {
        if (fact.Error is { } error)
        {
            return fact.Ended is { } ended ? new SqlJudgement(ended, [$"it fails: {error.Message}"]) : OfError(check, error);
        }

        if (check.Fails == true)
        {
            return new SqlJudgement(SqlVerdict.NotRefused, ["it does not fail"]);
        }

        var judgements = new List<SqlJudgement>();
        void Add(SqlVerdict verdict, IReadOnlyList<string> differences)
        {
            if (differences.Count > 0)
            {
                judgements.Add(new SqlJudgement(verdict, differences));
            }
        }

        Add(SqlVerdict.WrongRows, check.Rows is { } rows ? OfRows(check, rows, fact.Rows) : []);
        Add(SqlVerdict.WrongNames, OfColumns("names", check.ColumnNames, fact.Columns));
        Add(SqlVerdict.WrongTypes, OfColumns("types", check.ColumnTypes, fact.Types));
        return new SqlJudgement(judgements.Count == 0 ? SqlVerdict.Passed : judgements[0].Verdict, [.. judgements.SelectMany(one => one.Differences)]);
    }

    /// <summary>Sentences; none where both did the same. Texts of errors are not compared: no engine says them like another.</summary>
    /// <param name="check">What was executed.</param>
    /// <param name="cluster">What one warehouse did.</param>
    /// <param name="starlift">What the other one did.</param>
    public static IReadOnlyList<string> Differences(SqlCheck check, SqlFact cluster, SqlFact starlift) => (cluster.Error, starlift.Error) switch
    {
        ({ } error, null) => [$"on the cluster it fails ({error.SqlState}: {error.Message}), here it does not"],
        (null, { } error) => [$"on the cluster it does not fail, here it does: {error.Message}"],
        (null, null) when check.Letters is not null => OfRows(check, cluster.Rows, starlift.Rows),
        _ => [],
    };

    static SqlJudgement OfError(SqlCheck check, FactError error) =>
        check.Fails == false ? new SqlJudgement(SqlVerdict.Refused, [$"it fails: {error.Message}"])
        : check.ErrorPattern is { } pattern && !Regex.IsMatch(error.Message, pattern, RegexOptions.IgnoreCase) ? new SqlJudgement(SqlVerdict.OtherError, [$"the error is: {error.Message}"])
        : new SqlJudgement(SqlVerdict.Passed, []);

    static IReadOnlyList<string> OfColumns(string what, IReadOnlyList<string>? expected, IReadOnlyList<string> found) =>
        expected is null || found.Count == 0 || expected.SequenceEqual(found) ? [] : [$"expected {what} {string.Join(", ", expected)}, found {string.Join(", ", found)}"];

    static IReadOnlyList<string> OfRows(SqlCheck check, IReadOnlyList<IReadOnlyList<string?>> expected, IReadOnlyList<IReadOnlyList<string?>> found)
    {
        if (check.AnyOrder)
        {
            return [.. RowBag.Differences(expected.Select(row => Normal(check, row)), found.Select(row => Normal(check, row)))];
        }

        return expected.Count == found.Count && expected.Zip(found).All(pair => AreEqual(check, pair.First, pair.Second)) ? [] : [$"expected {Shown(expected)}, found {Shown(found)}"];
    }

    static bool AreEqual(SqlCheck check, IReadOnlyList<string?> expected, IReadOnlyList<string?> found) => expected.Count == found.Count
        && Normal(check, expected).Zip(Normal(check, found)).Index().All(cell => cell.Item.First == cell.Item.Second
            || (check.Letters!.ElementAtOrDefault(cell.Index) == 'R' && AreNear(expected[cell.Index], found[cell.Index])));

    static bool AreNear(string? expected, string? found) =>
        double.TryParse(expected, CultureInfo.InvariantCulture, out var left) && double.TryParse(found, CultureInfo.InvariantCulture, out var right)
        && Math.Abs(left - right) <= NearEnough * Math.Max(Math.Abs(left), Math.Abs(right));

    static List<string?> Normal(SqlCheck check, IReadOnlyList<string?> row) => [.. row.Select((cell, i) => CellText.Normal(cell, ComparisonOf(check.Letters!.ElementAtOrDefault(i))))];

    static string? ComparisonOf(char letter) => letter switch
    {
        'R' => "numeric",
        'J' => "json-equal",
        'Z' => "instant",
        _ => null,
    };

    static string Shown(IReadOnlyList<IReadOnlyList<string?>> rows) => rows.Count == 0 ? "no rows" : string.Join("; ", rows.Select(RowBag.Shown));
}
