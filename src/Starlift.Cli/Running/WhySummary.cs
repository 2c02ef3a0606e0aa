using System.Globalization;
using System.Text.Json.Nodes;
using Starlift.Cli.Terminals;
using Starlift.Copying;
using Starlift.Projects;
using Starlift.Provenance;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Cli.Running;

/// <summary>Where a row comes from, or why there is none, for people or as JSON.</summary>
/// <param name="Table">The star table.</param>
/// <param name="Key">The values looked for, by column.</param>
/// <param name="Row">What is published; no rows where nothing is.</param>
/// <param name="Model">Fills the table.</param>
/// <param name="Found">What the objects hold, by load; none where nothing tells.</param>
sealed record WhySummary(TableName Table, IReadOnlyDictionary<string, string> Key, QueryResult Row, Model Model, IReadOnlyList<FoundRecords> Found)
{
    bool IsPublished => Row.Rows.Count > 0;

    public void Write(Terminal terminal, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            terminal.Json.WriteLine(Shown());
            return;
        }

        terminal.Out.WriteLine($"{Table}, {string.Join(", ", Key.Select(part => $"{part.Key} {part.Value}"))}: {(IsPublished ? "published" : "not published")}");
        foreach (var (column, value) in IsPublished ? Row.Columns.Zip(Row.Rows[0]) : [])
        {
            terminal.Out.WriteLine($"    {column}: {TextOf(value)}");
        }

        foreach (var found in Found)
        {
            terminal.Out.WriteLine($"model {string.Join(", of ", found.Origin.Path.Select(model => model.Name))}, of {found.Origin.Load.Copy.Table}: "
                + string.Join(", ", found.Origin.Columns.Select(column => $"{column.Key} is {column.Staged}")));
            foreach (var record in found.Records)
            {
                terminal.Out.WriteLine($"record {record.Object}:{NumberOf(record.Line)}, {StateOf(record)}"
                    + (record.FilteredBy.Count == 0 ? "" : $", {string.Join(", ", record.FilteredBy.Select(filter => $"{filter.Column} is {filter.Value}"))}"));
                WriteIndented(terminal, record.Text);
            }

            foreach (var reject in found.Rejects)
            {
                terminal.Out.WriteLine($"reject {reject.Object}:{NumberOf(reject.FirstLine)}{(reject.Column.Length > 0 ? $", column {reject.Column}" : "")}: {reject.Reason}");
                WriteIndented(terminal, reject.RawRecord);
            }
        }

        foreach (var note in Notes())
        {
            terminal.Out.WriteLine(note);
        }
    }

    /// <summary>What follows from it, and what can't be told.</summary>
    IEnumerable<string> Notes()
    {
        if (Found.Count == 0)
        {
            yield return $"no record can be told: model {Model.Name} calculates {string.Join(", ", Key.Keys)}";
        }

        foreach (var found in Found)
        {
            var load = found.Origin.Load.Name;
            if (found.Origin.Calculated.Count > 0)
            {
                yield return $"records of {load} were looked for without {string.Join(", ", found.Origin.Calculated)}, which no staged column is as it is: there may be others among them";
            }

            if (found.Count > found.Records.Count)
            {
                yield return $"{load} has {Quantity.Count(found.Count, "such record", "such records")}; these are the first";
            }

            if (found.Records.Any(record => !record.IsLoaded || record.IsChanged))
            {
                yield return "what is not loaded in this version the next starlift run loads";
            }

            if (!IsPublished && found.Count > 0 && found.Records.Any(record => record is { IsLoaded: true, IsChanged: false }))
            {
                var conditions = found.Origin.Conditions.ToList();
                yield return conditions.Count > 0
                    ? $"a record is there and no row, so a model left it out: {string.Join("; ", conditions)}"
                    : "a record is there and no row, and no condition of a model tells why: starlift verify tells whether the star is what its objects say";
            }

            if (found.Count == 0)
            {
                yield return found.Rejects.Count > 0
                    ? $"no record of {load} that became a row has it; the rejects above have its values in their text"
                    : $"no object of {load} that is there has it";
            }

            if (found.Vanished > 0)
            {
                yield return $"{Quantity.Count(found.Vanished, "object", "objects")} that {load} has loaded {(found.Vanished == 1 ? "is" : "are")} no longer there: what {(found.Vanished == 1 ? "it" : "they")} brought can't be read";
            }
        }
    }

    static string StateOf(FoundRecord record) => record switch
    {
        { IsLoaded: false } => "not loaded yet",
        { IsChanged: true } => $"changed since it was loaded{By(record)}",
        _ => $"loaded{By(record)}",
    };

    // What is harmful in a terminal its writer makes visible, line feeds too.
    static void WriteIndented(Terminal terminal, string text)
    {
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            terminal.Out.WriteLine($"    {line}");
        }
    }

    static string By(FoundRecord record) => record.Run is { } run ? $" by run {NumberOf(run)}" : "";

    static string NumberOf(long number) => number.ToString(CultureInfo.InvariantCulture);

    static string TextOf(object? value) => value is null ? "NULL" : ValueText.Of(value);

    JsonObject Shown() => new()
    {
        ["table"] = Table.ToString(),
        ["key"] = new JsonObject(Key.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)part.Value))),
        ["published"] = IsPublished,
        ["row"] = IsPublished ? new JsonObject(Row.Columns.Zip(Row.Rows[0]).Select(cell => KeyValuePair.Create(cell.First, cell.Second is null ? null : (JsonNode?)ValueText.Of(cell.Second)))) : null,
        ["model"] = Model.Name,
        ["sources"] = Json.ListOf(Found, found => new JsonObject
        {
            ["load"] = found.Origin.Load.Name,
            ["columns"] = new JsonObject(found.Origin.Columns.Select(column => KeyValuePair.Create(column.Key, (JsonNode?)column.Staged))),
            ["records_found"] = found.Count,
            ["records"] = Json.ListOf(found.Records, Shown),
            ["rejects"] = Json.ListOf(found.Rejects, Shown),
            ["vanished"] = found.Vanished,
        }),
        ["notes"] = Json.ListOf(Notes()),
    };

    static JsonObject Shown(FoundRecord record) => new()
    {
        ["object"] = record.Object,
        ["line"] = record.Line,
        ["loaded"] = record.IsLoaded,
        ["changed"] = record.IsChanged,
        ["run"] = record.Run,
        ["filtered_by"] = new JsonObject(record.FilteredBy.Select(filter => KeyValuePair.Create(filter.Column, (JsonNode?)filter.Value))),
        ["record"] = record.Text,
    };

    static JsonObject Shown(Reject reject) => new()
    {
        ["object"] = reject.Object,
        ["line"] = reject.FirstLine,
        ["column"] = reject.Column,
        ["reason"] = reject.Reason,
        ["record"] = reject.RawRecord,
    };
}
