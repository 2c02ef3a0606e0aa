using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Starlift.Cases;

/// <summary>One worked case of COPY: tables, objects in S3, a script, and what is to come of it.</summary>
public sealed class ConformanceCase
{
    const int DigestLength = 16;

    readonly JsonElement _description;
    readonly JsonElement _expect;
    readonly CaseFiles _files;

    /// <param name="name">Of its folder.</param>
    /// <param name="files">Of the case; holds case.json.</param>
    public ConformanceCase(string name, CaseFiles files)
    {
        Name = name;
        _files = files;
        _description = JsonDocument.Parse(files.Text("case.json")).RootElement;
        _expect = _description.GetProperty("expect");
        Ddl = files.Text(Text(_description, "ddl") ?? "ddl.sql");
        Script = files.Text(Text(_description, "script") ?? "copy.sql");
        Objects = CaseObjects.Of(files, _description);
    }

    public string Name { get; }

    /// <summary>The full path of the case's folder; null where this program brings the case along.</summary>
    public string? Folder { get; init; }

    /// <summary>How much weight the case has: doc, doc-derived, observed or inferred.</summary>
    public string Class => Text(_description, "class") ?? "";

    /// <summary>Doubts about what is expected, a sentence each.</summary>
    public IReadOnlyList<string> Unsure => TextsOf(_description, "unsure");

    public string Ddl { get; }

    public string Script { get; }

    /// <summary>All but those that <see cref="Generator"/> writes.</summary>
    public IReadOnlyList<CaseObject> Objects { get; }

    /// <summary>The file of a Python program that writes objects below s3; null where all objects are known without.</summary>
    public string? Generator => Text(_description, "generate");

    /// <summary>success, load_error or statement_error.</summary>
    public string Outcome => Text(_expect, "outcome") ?? "success";

    public long? RowsLoaded => Number(_expect, "rows_loaded");

    public long? RowsRejected => Number(_expect, "rows_rejected");

    /// <summary>Texts that the client must see.</summary>
    public IReadOnlyList<string> Messages => TextsOf(_expect, "message_contains");

    /// <summary>For each expected error row, the columns of stl_load_errors it must show.</summary>
    public IReadOnlyList<JsonElement> LoadErrors =>
        _expect.TryGetProperty("load_errors", out var errors) ? [.. errors.EnumerateArray()] : [];

    /// <summary>By column: json-equal or numeric, where text is not to be compared as it is.</summary>
    public IReadOnlyDictionary<string, string> Comparisons => _expect.TryGetProperty("compare", out var compare)
        ? compare.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!)
        : new Dictionary<string, string>();

    /// <summary>The case says something of values that it does not list: those of identity columns.</summary>
    public bool HasProperties => _expect.TryGetProperty("properties", out _);

    /// <summary>Tells whether what is executed has changed: of tables, script and objects, and not of what is expected.</summary>
    public string Digest
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            hash.AppendData(Encoding.UTF8.GetBytes($"{Ddl}\0{Script}\0"));
            foreach (var item in Objects)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{item.Uri}\0"));
                hash.AppendData(SHA256.HashData(item.Content()));
            }

            if (Generator is { } generator)
            {
                hash.AppendData(_files.Bytes(generator));
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..DigestLength];
        }
    }

    /// <summary>Rows with a header; null where the case lists none.</summary>
    public IReadOnlyList<string?[]>? ExpectedRows()
    {
        var file = Text(_expect, "rows_csv") ?? "expected.csv";
        return _files.Has(file) ? ExpectedCsv.Read(_files.Text(file)) : null;
    }

    public override string ToString() => Name;

    static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    static long? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt64() : null;

    /// <summary>One text, or a list of them.</summary>
    static IReadOnlyList<string> TextsOf(JsonElement element, string name) => !element.TryGetProperty(name, out var texts) ? []
        : texts.ValueKind == JsonValueKind.Array ? [.. texts.EnumerateArray().Select(text => text.GetString()!)]
        : [texts.GetString()!];
}
