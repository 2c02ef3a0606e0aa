using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of SUPER and of JSON texts (Amazon Redshift: "SUPER type information functions", "JSON functions").</summary>
static class DuckDbJsonFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["json_parse"] = call => call.Arguments is [var text] ? call.With($"CAST({text.Text} AS JSON)") : null,
        ["json_serialize"] = call => call.Arguments is [var json] ? call.With($"CAST({json.Text} AS VARCHAR)") : null,
        ["is_valid_json"] = call => call.Renamed("json_valid"),
        ["can_json_parse"] = call => call.Renamed("json_valid"),
        ["get_array_length"] = call => call.Renamed("json_array_length"),
        ["json_typeof"] = call => call.Arguments is [var json] ? call.With(TypeOf(json.Text)) : null,
        ["is_array"] = call => Is(call, "ARRAY"),
        ["is_object"] = call => Is(call, "OBJECT"),
        ["is_varchar"] = call => Is(call, "VARCHAR"),
        ["is_boolean"] = call => Is(call, "BOOLEAN"),
        ["json_extract_path_text"] = ExtractPath,
        ["json_extract_array_element_text"] = call => call.Arguments is [var json, var index]
            ? call.With($"json_extract_string({json.Text}, '$[' || {index.Operand} || ']')")
            : null,
        ["array"] = call => call.Renamed("json_array"),
        ["object"] = call => call.Renamed("json_object"),
    };

    static string TypeOf(string json) =>
        $"CASE json_type({json}) WHEN 'VARCHAR' THEN 'string' WHEN 'BIGINT' THEN 'number' WHEN 'UBIGINT' THEN 'number' "
        + "WHEN 'HUGEINT' THEN 'number' WHEN 'DOUBLE' THEN 'number' ELSE lower(json_type(" + json + ")) END";

    static Rewritten? Is(FunctionCall call, string type) =>
        call.Arguments is [var json] ? call.With($"coalesce(json_type({json.Text}) = '{type}', false)") : null;

    static Rewritten? ExtractPath(FunctionCall call)
    {
        if (call.Arguments.Count < 2)
        {
            return null;
        }

        var json = call.Arguments[0].Text;
        var flag = call.Arguments[^1] is { Word: "true" or "false", Literal: null } last ? last.Word : null;
        var lenient = flag == "true";
        var names = call.Arguments.Skip(1).SkipLast(flag is null ? 0 : 1).Select(name => name.Literal).ToList();
        if (names.Contains(null))
        {
            throw call.Error("a name of JSON_EXTRACT_PATH_TEXT is no string", "on DuckDB the path has to be of 'strings'");
        }

        var text = $"json_extract_string({json}, {DuckDbName.Literal(DuckDbJsonPath.Of(names!))})";
        return call.With(lenient ? $"CASE WHEN json_valid({json}) THEN {text} END" : text);
    }
}
