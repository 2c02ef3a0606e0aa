using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Functions of SUPER and of JSON texts (Amazon Redshift: "SUPER type information functions", "JSON functions").</summary>
static class PostgresJsonFunctions
{
    /// <summary>A text as jsonb, or NULL where it is none: PostgreSQL 15 can't ask before it fails. Of the session, made where it is used.</summary>
    public const string Lenient = "pg_temp.starlift_json(";

    public const string LenientDefinition = $"""
        CREATE OR REPLACE FUNCTION {Lenient}t text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS
        'BEGIN RETURN t::jsonb; EXCEPTION WHEN others THEN RETURN NULL; END'
        """;

    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["json_parse"] = call => call.Arguments is [var text] ? call.With($"CAST({text.Text} AS jsonb)") : null,
        ["json_serialize"] = call => call.Arguments is [var json] ? call.With($"CAST({json.Text} AS text)") : null,
        ["is_valid_json"] = IsValid,
        ["can_json_parse"] = IsValid,
        ["json_array_length"] = call => call.Arguments is [var json] ? call.With($"jsonb_array_length(CAST({json.Text} AS jsonb))") : null,
        ["get_array_length"] = call => call.Renamed("jsonb_array_length"),
        ["json_typeof"] = call => call.Renamed("jsonb_typeof"),
        ["is_array"] = call => Is(call, "array"),
        ["is_object"] = call => Is(call, "object"),
        ["is_varchar"] = call => Is(call, "string"),
        ["is_boolean"] = call => Is(call, "boolean"),
        ["json_extract_path_text"] = ExtractPath,
        ["json_extract_array_element_text"] = call => call.Arguments is [var json, var index]
            ? call.With($"(CAST({json.Text} AS jsonb) ->> CAST({index.Text} AS integer))")
            : null,
        ["array"] = call => call.Renamed("jsonb_build_array"),
        ["object"] = call => call.Renamed("jsonb_build_object"),
    };

    static Rewritten? IsValid(FunctionCall call) => call.Arguments is [var text] ? call.With($"({Lenient}{text.Text}) IS NOT NULL)") : null;

    static Rewritten? Is(FunctionCall call, string type) =>
        call.Arguments is [var json] ? call.With($"coalesce(jsonb_typeof({json.Text}) = '{type}', false)") : null;

    static Rewritten? ExtractPath(FunctionCall call)
    {
        if (call.Arguments.Count < 2)
        {
            return null;
        }

        var flag = call.Arguments[^1] is { Word: "true" or "false", Literal: null } last ? last.Word : null;
        var json = flag == "true" ? $"{Lenient}{call.Arguments[0].Text})" : $"CAST({call.Arguments[0].Text} AS jsonb)";
        return call.With($"jsonb_extract_path_text({json}, {string.Join(", ", call.Arguments.Skip(1).SkipLast(flag is null ? 0 : 1).Select(name => name.Text))})");
    }
}
