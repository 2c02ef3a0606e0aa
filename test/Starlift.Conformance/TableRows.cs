using System.Globalization;
using System.Text.Json;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Conformance;

/// <summary>Compares the table that a case's script fills with its expected.csv, as a bag of rows.</summary>
static class TableRows
{
    public static async Task CompareAsync(ConformanceCase testCase, IEngine engine, List<string> differences, CancellationToken cancellationToken)
    {
        if (testCase.ExpectedRows() is not { Count: > 0 } rows)
        {
            return;
        }

        var (header, expected) = (rows[0], rows.Skip(1));
        var name = TargetOf(testCase);
        if (await engine.Warehouse.DefinitionOfAsync(name, cancellationToken) is not { } table)
        {
            differences.Add($"table {name} is not there");
            return;
        }

        var found = await engine.Warehouse.QueryAsync(engine.SelectAsText(table, [.. header.Select(column => column!)]), cancellationToken);
        var comparisons = header.Select(column => testCase.Comparisons.GetValueOrDefault(column!)).ToList();
        var left = found.Rows.Select(row => row.Select((value, i) => Normal(value as string, comparisons[i])).ToArray()).ToList();
        foreach (var row in expected.Select(row => row.Select((value, i) => Normal(value, comparisons[i])).ToArray()))
        {
            if (left.FindIndex(candidate => candidate.SequenceEqual(row)) is var at && at < 0)
            {
                differences.Add($"row missing: {Shown(row)}");
            }
            else
            {
                left.RemoveAt(at);
            }
        }

        differences.AddRange(left.Select(row => $"row too many: {Shown(row)}"));
        await CompareIdentitiesAsync(testCase, table, engine.Warehouse, differences, cancellationToken);
    }

    static async Task CompareIdentitiesAsync(
        ConformanceCase testCase, CreateTable table, IWarehouse warehouse, List<string> differences, CancellationToken cancellationToken)
    {
        if (testCase.HasProperties && table.Columns.FirstOrDefault(column => column.Identity is not null) is { } identity)
        {
            var counts = (await warehouse.QueryAsync(
                $"select count(*), count(distinct {identity.Name}) from {table.Name}", cancellationToken)).Rows[0];
            CaseRunner.Compare($"distinct values of {identity.Name}", counts[0], counts[1], differences);
        }
    }

    /// <summary>Of the script's last COPY; a script without one merges into TARGET.</summary>
    static TableName TargetOf(ConformanceCase testCase)
    {
        try
        {
            return SqlScript.Parse("copy.sql", testCase.Script).OfType<CopyStatement>().LastOrDefault()?.Table ?? new TableName(null, "target");
        }
        catch (Errors.StarliftException)
        {
            // A statement that can't be read fills nothing: the table of ddl.sql is to be as it was.
            return SqlScript.Parse("ddl.sql", testCase.Ddl).OfType<CreateTable>().First().Name;
        }
    }

    static string? Normal(string? value, string? comparison) => (value, comparison) switch
    {
        (null, _) => null,
        (_, "numeric") => double.Parse(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        (_, "json-equal") => Canonical(JsonDocument.Parse(value).RootElement),
        _ => value,
    };

    static string Canonical(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(",", element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{JsonSerializer.Serialize(property.Name)}:{Canonical(property.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(",", element.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Number => element.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonValueKind.String => JsonSerializer.Serialize(element.GetString()),
        _ => element.GetRawText(),
    };

    static string Shown(string?[] row) => string.Join(",", row.Select(value => value is null ? @"\N" : $"\"{value}\""));
}
