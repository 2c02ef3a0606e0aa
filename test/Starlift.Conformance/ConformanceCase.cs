using System.Text.Json;

namespace Starlift.Conformance;

/// <summary>One folder of a case: tables, objects in S3, a script, and what is to come of it.</summary>
public sealed class ConformanceCase
{
    readonly JsonElement _expect;

    ConformanceCase(string folder, JsonElement description)
    {
        Folder = folder;
        Class = description.TryGetProperty("class", out var kind) ? kind.GetString() ?? "" : "";
        _expect = description.GetProperty("expect");
        Ddl = File.ReadAllText(Path.Combine(folder, Text(description, "ddl") ?? "ddl.sql"));
        Script = File.ReadAllText(Path.Combine(folder, Text(description, "script") ?? "copy.sql"));
        Generator = Text(description, "generate") is { } generator ? Path.Combine(folder, generator) : null;
    }

    public string Folder { get; }

    public string Name => Path.GetFileName(Folder);

    /// <summary>How much weight the case has: doc, doc-derived, observed or inferred.</summary>
    public string Class { get; }

    public string Ddl { get; }

    public string Script { get; }

    /// <summary>A Python program that writes the case's input; null where the input is there.</summary>
    public string? Generator { get; }

    /// <summary>success, load_error or statement_error.</summary>
    public string Outcome => Text(_expect, "outcome") ?? "success";

    public long? RowsLoaded => _expect.TryGetProperty("rows_loaded", out var rows) ? rows.GetInt64() : null;

    public long? RowsRejected => _expect.TryGetProperty("rows_rejected", out var rows) ? rows.GetInt64() : null;

    /// <summary>Texts that the client must see.</summary>
    public IReadOnlyList<string> Messages => !_expect.TryGetProperty("message_contains", out var messages) ? []
        : messages.ValueKind == JsonValueKind.Array ? [.. messages.EnumerateArray().Select(message => message.GetString()!)]
        : [messages.GetString()!];

    /// <summary>For each expected error row, the columns of stl_load_errors it must show.</summary>
    public IReadOnlyList<JsonElement> LoadErrors =>
        _expect.TryGetProperty("load_errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>By column: json-equal or numeric, where text is not to be compared as it is.</summary>
    public IReadOnlyDictionary<string, string> Comparisons => _expect.TryGetProperty("compare", out var compare)
        ? compare.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!)
        : new Dictionary<string, string>();

    /// <summary>The case says something of values that it does not list: those of identity columns.</summary>
    public bool HasProperties => _expect.TryGetProperty("properties", out _);

    /// <summary>Rows with a header; null where the case lists none.</summary>
    public IReadOnlyList<string?[]>? ExpectedRows()
    {
        var file = Path.Combine(Folder, Text(_expect, "rows_csv") ?? "expected.csv");
        return File.Exists(file) ? ExpectedCsv.Read(File.ReadAllText(file)) : null;
    }

    /// <summary>Every case below the folder, or the folder itself where it is one.</summary>
    public static IEnumerable<ConformanceCase> Find(string folder) => Directory
        .EnumerateFiles(folder, "case.json", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => new ConformanceCase(Path.GetDirectoryName(Path.GetFullPath(file))!, JsonDocument.Parse(File.ReadAllText(file)).RootElement));

    public override string ToString() => Name;

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
