namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "JSON functions".</summary>
static class JsonFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("is_valid_json", "text -> boolean", "IS_VALID_JSON function"),
        new("is_valid_json_array", "text -> boolean", "IS_VALID_JSON_ARRAY function"),
        new("json_array_length", "text, boolean? -> integer", "JSON_ARRAY_LENGTH function"),
        new("json_extract_array_element_text", "text, integer, boolean? -> varchar", "JSON_EXTRACT_ARRAY_ELEMENT_TEXT function"),
        new("json_extract_path_text", "text, any... -> varchar", "JSON_EXTRACT_PATH_TEXT function"),
        new("json_parse", "text -> super | varbyte -> super", "JSON_PARSE function") { Volatility = Volatility.Stable },
        new("can_json_parse", "text -> boolean | varbyte -> boolean", "CAN_JSON_PARSE function"),
        new("json_serialize", "super -> varchar", "JSON_SERIALIZE function"),
        new("json_serialize_to_varbyte", "super -> varbyte", "JSON_SERIALIZE_TO_VARBYTE function"),
        new("json_size", "super -> integer", "JSON_SIZE function"),
        new("json_typeof", "super -> varchar", "JSON_TYPEOF function"),
    ];
}
