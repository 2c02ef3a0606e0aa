using System.Globalization;
using System.Text.Json;
using Starlift.Warehouses;

namespace Starlift.Conformance;

/// <summary>Compares what stl_load_errors shows with what a case expects.</summary>
static class ErrorRows
{
    public static async Task CompareAsync(
        ConformanceCase testCase, IWarehouse warehouse, List<string> differences, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(warehouse, cancellationToken);
        if (testCase.RowsRejected is { } rejected && rows.Count != rejected)
        {
            differences.Add($"error rows: expected {rejected}, found {rows.Count}");
        }

        if (testCase.Outcome == "load_error" && rows.Count == 0)
        {
            differences.Add("error rows: expected some, found none");
        }

        foreach (var expected in testCase.LoadErrors.Where(expected => !rows.Any(row => Matches(expected, row))))
        {
            var found = rows.Select(row => string.Join(", ", row.Select(pair => $"{pair.Key}={pair.Value}")));
            differences.Add($"error row {expected} is none of: {string.Join(" | ", found)}");
        }
    }

    static bool Matches(JsonElement expected, Dictionary<string, string> row) => expected.EnumerateObject().All(property =>
        property.Name == "err_code_any"
            ? property.Value.EnumerateArray().Any(code => row["err_code"] == code.ToString())
            : row.TryGetValue(property.Name, out var value) && value.TrimEnd() == property.Value.ToString().TrimEnd());

    static async Task<List<Dictionary<string, string>>> RowsAsync(IWarehouse warehouse, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(new Sql.TableName("starlift", "rejects"), cancellationToken) is null)
        {
            return [];
        }

        var result = await warehouse.QueryAsync("select * from stl_load_errors", cancellationToken);
        return [.. result.Rows.Select(row => result.Columns
            .Zip(row, (name, value) => (name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""))
            .ToDictionary(pair => pair.name, pair => pair.Item2))];
    }
}
