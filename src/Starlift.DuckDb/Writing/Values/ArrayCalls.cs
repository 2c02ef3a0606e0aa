using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "Array functions".</summary>
static class ArrayCalls
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "array_contains" or "array_position" or "array_positions" => call => $"starlift_{name}({call[0].Bare}, coalesce({call[1].Bare}, CAST('null' AS JSON)), {(call.Count > 2 ? call[2].Bare : Default(call))})",
        "array_distinct" or "array_flatten" or "array_union" or "arrays_overlap" => call => call.Named($"starlift_{name}"),
        "array_except" or "array_intersection" => call => $"starlift_{name}({call[0].Bare}, {call[1].Bare}, {Optional(call, 2, Fragment.Of("false"))})",
        // nulls are last in an ascending order, and first in a descending one
        "array_sort" => call => $"starlift_array_sort({call[0].Bare}, {Optional(call, 1, Fragment.Of("true"))}, {Optional(call, 2, $"NOT {Optional(call, 1, Fragment.Of("true"))}")})",
        _ => null,
    };

    static Fragment Default(CallText call) => Fragment.Of(call.Settings.IsOn("default_array_search_null_handling") ? "true" : "false");

    static Fragment Optional(CallText call, int index, Fragment other) => call.Count > index ? call[index].Bare : other;
}
