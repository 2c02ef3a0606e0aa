using System.Globalization;
using System.Text.Json.Nodes;

namespace Starlift.Aws.Apis;

/// <summary>Reads pages of a result (Amazon Redshift Data API: "GetStatementResult", "ColumnMetadata", "Field").</summary>
static class DataApiRows
{
    public static IReadOnlyList<(string Name, string Type)> ColumnsOf(JsonNode page) =>
        [.. (page["ColumnMetadata"] as JsonArray ?? []).Select(column => (NameOf(column!), (string?)column!["typeName"] ?? ""))];

    public static IEnumerable<object?[]> RowsOf(JsonNode page) =>
        (page["Records"] as JsonArray ?? []).Select(record => record!.AsArray().Select(field => ValueOf(field!.AsObject())).ToArray());

    static string NameOf(JsonNode column) => (string?)column["label"] is { Length: > 0 } label ? label : (string?)column["name"] ?? "";

    /// <summary>A field is an object of one member, which is named for the kind of its value.</summary>
    static object? ValueOf(JsonObject field) => field.Where(member => member.Value is not null).Select(member => (object?)(member.Key switch
    {
        "booleanValue" => (bool)member.Value!,
        "longValue" => (long)member.Value!,
        "doubleValue" => DoubleOf(member.Value!),
        "blobValue" => Convert.FromBase64String((string)member.Value!),
        "stringValue" => (string)member.Value!,
        _ => null,
    })).FirstOrDefault(value => value is not null);

    // JSON has no number for NaN and the infinities; AWS's protocols write their names (Smithy: "awsJson1_1", shape serialization).
    static double DoubleOf(JsonNode value) => value.GetValueKind() == System.Text.Json.JsonValueKind.String
        ? double.Parse((string)value!, CultureInfo.InvariantCulture)
        : (double)value;
}
