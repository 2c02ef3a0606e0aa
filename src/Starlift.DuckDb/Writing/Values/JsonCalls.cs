using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "JSON functions". DuckDB reads a text only as far as it has to, so that faults behind are not seen.</summary>
static class JsonCalls
{
    const int MostSteps = 5;

    public static FunctionWriter? Find(string name) => name switch
    {
        "is_valid_json" => call => call.Named("starlift_is_json_object"),
        "is_valid_json_array" => call => call.Named("starlift_is_json_array"),
        "can_json_parse" => call => $"starlift_is_json({Text(call)})",
        "json_parse" => call => $"starlift_json_parse{(call.Settings.IsOn("json_parse_dedup_attributes") ? "_last" : "")}({Text(call)})",
        "json_array_length" => call => $"starlift_json_array_length({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Fragment.Of("false"))})",
        "json_extract_array_element_text" => call => $"starlift_json_element({call[0].Bare}, {(call.Count > 2 ? call[2].Bare : Fragment.Of("false"))}, {call[1].Bare})",
        "json_extract_path_text" => Path,
        _ => null,
    };

    static Fragment Text(CallText call) => call.TypeOf(0).Category == TypeCategory.Varbyte ? (Fragment)$"decode({call[0].Bare})" : call[0].Bare;

    static Fragment Path(CallText call)
    {
        var last = call.Count - 1;
        var hasFlag = last > 0 && call.TypeOf(last).Kind == TypeKind.Boolean;
        var steps = last - (hasFlag ? 1 : 0);
        if (steps is 0 or > MostSteps)
        {
            throw call.Refuse("JSON_EXTRACT_PATH_TEXT takes one to five names", "call it for what it gives to go deeper");
        }

        var names = Fragment.Join(", ", Enumerable.Range(1, steps).Select(index => (Fragment)$"CAST({call[index].Bare} AS VARCHAR)"));
        return $"starlift_json_path({call[0].Bare}, {(hasFlag ? call[last].Bare : Fragment.Of("false"))}, {names})";
    }
}
