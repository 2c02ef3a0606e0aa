using System.Text.Json;

namespace Starlift.Cases;

/// <summary>Holds what a warehouse did with a case against what the case expects.</summary>
public static class CaseExpectations
{
    /// <summary>Sentences; none where all is as the case expects.</summary>
    /// <param name="testCase">The case.</param>
    /// <param name="fact">Of the case; it was executed.</param>
    public static IReadOnlyList<string> Differences(ConformanceCase testCase, CaseFact fact) =>
    [
        .. OfOutcome(testCase, fact),
        .. OfMessages(testCase, fact),
        .. OfLoadErrors(testCase, fact),
        .. OfRows(testCase, fact),
    ];

    static IEnumerable<string> OfOutcome(ConformanceCase testCase, CaseFact fact)
    {
        if (fact.Outcome != testCase.Outcome)
        {
            yield return $"outcome: expected {testCase.Outcome}, found {fact.Outcome}";
        }

        if (testCase.Script.Contains("copy", StringComparison.OrdinalIgnoreCase) && fact.Outcome == CaseFact.Success
            && testCase.RowsLoaded is { } loaded && fact.RowsLoaded is { } found && loaded != found)
        {
            yield return $"rows loaded: expected {loaded}, found {found}";
        }
    }

    static IEnumerable<string> OfMessages(ConformanceCase testCase, CaseFact fact)
    {
        var messages = fact.Error is { } error ? fact.Messages.Append(error.Message).ToList() : fact.Messages;
        return testCase.Messages.Where(expected => !messages.Any(message => message.Contains(expected, StringComparison.Ordinal)))
            .Select(expected => $"message: '{expected}' is in none of: {string.Join(" | ", messages)}");
    }

    static IEnumerable<string> OfLoadErrors(ConformanceCase testCase, CaseFact fact)
    {
        if (testCase.RowsRejected is { } rejected && fact.LoadErrors.Count != rejected)
        {
            yield return $"error rows: expected {rejected}, found {fact.LoadErrors.Count}";
        }

        if (testCase.Outcome == CaseFact.LoadError && fact.LoadErrors.Count == 0)
        {
            yield return "error rows: expected some, found none";
        }

        foreach (var expected in testCase.LoadErrors.Where(expected => !fact.LoadErrors.Any(row => Matches(expected, row))))
        {
            var found = fact.LoadErrors.Select(row => string.Join(", ", row.Select(pair => $"{pair.Key}={pair.Value}")));
            yield return $"error row {expected} is none of: {string.Join(" | ", found)}";
        }
    }

    /// <summary>What the views of a warehouse do not tell can't differ.</summary>
    static bool Matches(JsonElement expected, IReadOnlyDictionary<string, string> row) => expected.EnumerateObject().All(property =>
        property.Name == "err_code_any"
            ? property.Value.EnumerateArray().Any(code => row["err_code"] == code.ToString())
            : !row.TryGetValue(property.Name, out var value) || value.TrimEnd() == property.Value.ToString().TrimEnd());

    static IEnumerable<string> OfRows(ConformanceCase testCase, CaseFact fact)
    {
        if (testCase.ExpectedRows() is not { Count: > 0 } listed)
        {
            return [];
        }

        var header = listed[0];

        if (fact.Columns is null)
        {
            return ["the table is not there"];
        }

        var comparisons = header.Select(column => testCase.Comparisons.GetValueOrDefault(column!)).ToList();
        var places = header.Select(column => fact.Columns.ToList().IndexOf(column!)).ToList();
        if (places.Contains(-1))
        {
            return [$"the table has the columns {string.Join(", ", fact.Columns)} and not {string.Join(", ", header)}"];
        }

        var differences = RowBag.Differences(
            listed.Skip(1).Select(row => row.Select((cell, i) => CellText.Normal(CellText.Of(cell), comparisons[i])).ToArray()),
            fact.Rows.Select(row => places.Select((place, i) => CellText.Normal(row[place], comparisons[i])).ToArray()));
        return testCase.HasProperties && fact.Identity is var (values, distinct) && values != distinct
            ? differences.Append($"identity: {values} values, {distinct} of them distinct")
            : differences;
    }
}
