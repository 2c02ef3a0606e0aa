using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>Writes a staging table, its COPY and its JSONPaths file.</summary>
/// <param name="table">What is written.</param>
/// <param name="from">FROM as the COPY says it, variables included.</param>
/// <param name="paths">Where the COPY finds the JSONPaths file.</param>
sealed class StagingText(StagingTable table, string from, string paths)
{
    public IReadOnlyList<InferredFile> Files =>
    [
        new InferredFile($"tables/{table.Name}.sql", Table()),
        new InferredFile($"loads/{table.Name}.sql", Load()),
        .. table.Mapping == KeyMapping.Paths ? [new InferredFile($"{table.Name}.jsonpaths", Paths(), BesideObjects: true)] : Array.Empty<InferredFile>(),
    ];

    string Table()
    {
        var text = new StringBuilder("-- EVEN and no sort key: rows live for one run and are read whole. Lengths have room for texts twice as long as those that were seen.\n");
        TableText.Create(text, table.Name, [.. table.Columns.Select(column => (column.Name, $"{column.Value.Type}")), .. table.Keys.Select(key => (key.Name, $"{key.Type}"))], []);
        text.Append("\ndiststyle even;\n\n");
        TableText.Comments(text, table.Name, $"{Records()}, as delivered; only the current run's records.", table.Columns.Select(column => (column.Name, column.Comment)).Concat(table.Keys.Select(key => (key.Name, key.Comment))));
        return text.ToString();
    }

    string Load()
    {
        var text = new StringBuilder();
        if (table.KeyPattern is { } pattern)
        {
            text.Append(CultureInfo.InvariantCulture, $"-- keys: {pattern}\n");
        }

        foreach (var line in Evidence())
        {
            text.Append(CultureInfo.InvariantCulture, $"-- {TableText.OnOneLine(line)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"copy {NameWords.Sql(table.Name)}");
        if (table.Mapping == KeyMapping.Paths || table.Keys.Count > 0)
        {
            // Named, so that a column that is added to the table does not put the paths out of step, and keys fill what is left out.
            text.Append(CultureInfo.InvariantCulture, $" ({string.Join(", ", table.Columns.Select(column => NameWords.Sql(column.Name)))})");
        }

        text.Append(CultureInfo.InvariantCulture, $"\nfrom {Quoting.Literal(from)}\niam_role default\nformat as json {Quoting.Literal(table.Mapping switch
        {
            KeyMapping.Auto => "auto",
            KeyMapping.IgnoreCase => "auto ignorecase",
            KeyMapping.Whole => "noshred",
            _ => paths,
        })}");
        if (table.Profile.Compression != Compression.None)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{table.Profile.Compression.ToString().ToLowerInvariant()}");
        }

        if (table.TimeFormat is { } format)
        {
            text.Append(CultureInfo.InvariantCulture, $"\ntimeformat '{format}'");
        }

        return text.Append(table.Rounds ? "\nroundec;\n" : ";\n").ToString();
    }

    string Paths() => $"{{\n  \"jsonpaths\": [\n{string.Join(",\n", table.Columns.Select(column => $"    \"{JsonEncodedText.Encode(PathOf(column.Path!.Key), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\""))}\n  ]\n}}\n";

    // The notation knows no escapes: a name ends at its quote and a bracket.
    static string PathOf(string key) => key.Contains("']", StringComparison.Ordinal) ? $"$[\"{key}\"]" : $"$['{key}']";

    IEnumerable<string> Evidence()
    {
        var profile = table.Profile;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"infer looked at {profile.Sampled:N0} of {profile.Objects:N0} {(profile.Objects == 1 ? "object" : "objects")}: {profile.Root.Seen:N0} {(profile.Root.Seen == 1 ? "record" : "records")} in {profile.Bytes:N0} bytes.");
        if (profile.Shape == RecordShape.Envelope)
        {
            yield return $"Each object is one record, an envelope: {profile.Root.Members[0].Key} holds what it is about, up to {profile.Root.Members[0].MostElements} elements. A model takes them out.";
        }

        if (profile.Shape == RecordShape.RootArray)
        {
            yield return $"Each object is an array, and COPY takes an array for one record: a model takes out its elements, up to {profile.Root.MostElements}.";
        }

        if (table.Rounds)
        {
            yield return "ROUNDEC: Redshift reads numbers as doubles, and 19.99 would be cut to 19.98 without it.";
        }

        if (table.Columns.Any(column => column.Value.Form is ValueForm.EpochSeconds or ValueForm.EpochMilliseconds && column.Value.Type.Kind == SqlTypeKind.BigInt))
        {
            yield return "A COPY has one TIMEFORMAT: times of other forms stay numbers, which a model makes times of.";
        }

        foreach (var (name, values) in profile.Partitions.Where(_ => table.Keys.Count == 0))
        {
            yield return $"Keys state {name}: {values.Count} {(values.Count == 1 ? "value" : "values")}, from {values[0]} to {values[^1]}; no column takes it.";
        }

        foreach (var finding in profile.Findings)
        {
            yield return finding;
        }
    }

    string Records() => table.Profile.Shape switch
    {
        RecordShape.Envelope => "Envelopes",
        RecordShape.RootArray => "Arrays",
        _ => "Records",
    };
}
