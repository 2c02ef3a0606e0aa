using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions of SUPER values and of JSON texts (Amazon Redshift: "SUPER type information functions", "JSON functions", "Array functions").</summary>
static class DuckDbJson
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "json_serialize" => call => $"CAST({call[0].Bare} AS VARCHAR)",
        "json_size" => call => $"strlen(CAST({call[0].Bare} AS VARCHAR))",
        "get_array_length" => call => $"CASE WHEN json_type({call[0].Bare}) = 'ARRAY' THEN json_array_length({call[0].Bare}) END",
        "json_typeof" => call => $"CASE json_type({call[0].Bare}) WHEN 'VARCHAR' THEN 'string' WHEN 'BIGINT' THEN 'number' WHEN 'UBIGINT' THEN 'number' WHEN 'HUGEINT' THEN 'number' WHEN 'DOUBLE' THEN 'number' ELSE lower(json_type({call[0].Bare})) END",
        "is_array" => call => Is(call, "ARRAY"),
        "is_object" => call => Is(call, "OBJECT"),
        "is_varchar" => call => Is(call, "VARCHAR"),
        "is_char" => call => $"coalesce(json_type({call[0].Bare}) = 'VARCHAR' AND NOT regexp_matches(json_extract_string({call[0].Bare}, '$'), '[^\\x00-\\x7f]'), false)",
        "decimal_scale" => call => OfDigits(call, digits => $"CASE WHEN contains({digits}, '.') THEN length({digits}) - strpos({digits}, '.') ELSE 0 END"),
        "decimal_precision" => call => OfDigits(call, digits => $"length(ltrim(replace(replace({digits}, '-', ''), '.', ''), '0'))"),
        "is_boolean" => call => Is(call, "BOOLEAN"),
        "is_scalar" => call => $"coalesce(json_type({call[0].Bare}) NOT IN ('ARRAY', 'OBJECT', 'NULL'), false)",
        "is_smallint" => call => IsWhole(call, DataType.SmallInt, "SMALLINT"),
        "is_integer" => call => IsWhole(call, DataType.Integer, "INTEGER"),
        "is_bigint" => call => IsWhole(call, DataType.BigInt, "BIGINT"),
        "is_decimal" => call => $"coalesce(json_type({call[0].Bare}) IN ('BIGINT', 'UBIGINT', 'HUGEINT') OR json_type({call[0].Bare}) = 'DOUBLE' AND NOT contains(lower(CAST({call[0].Bare} AS VARCHAR)), 'e'), false)",
        "is_float" => call => $"coalesce(json_type({call[0].Bare}) = 'DOUBLE' AND contains(lower(CAST({call[0].Bare} AS VARCHAR)), 'e'), false)",
        "array" => call => $"json_array({call.List})",
        "object" => Object,
        "array_concat" => call => List(call, $"list_concat({ListOf(call, 0)}, {ListOf(call, 1)})"),
        "subarray" => call => List(call, call.Count == 2
            ? $"{ListOf(call, 0)}[{call[1]} + 1:]"
            : (Fragment)$"{ListOf(call, 0)}[{call[1]} + 1:{call[1]} + {call[2]}]"),
        "split_to_array" => call => $"to_json(string_split({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Fragment.Of("','"))}))",
        "get_number_attributes" => call => $"len(json_keys({call[0].Bare}))",
        _ => null,
    };

    // names are texts, values are SUPER values
    static Fragment Object(CallText call) => $"json_object({Fragment.Join(", ", call.All.Select((argument, i) => i % 2 == 0 ? $"json_extract_string({argument.Bare}, '$')" : argument.Bare))})";

    static Fragment Is(CallText call, string type) => $"coalesce(json_type({call[0].Bare}) = '{type}', false)";

    // of a number that is written without an exponent
    static Fragment OfDigits(CallText call, Func<Fragment, Fragment> write)
    {
        Fragment digits = $"CAST({call[0].Bare} AS VARCHAR)";
        return $"CASE WHEN json_type({call[0].Bare}) IN ('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE') AND NOT contains(lower({digits}), 'e') THEN CAST({write(digits)} AS INTEGER) END";
    }

    static Fragment IsWhole(CallText call, DataType type, string name) =>
        $"coalesce(json_type({call[0].Bare}) IN ('BIGINT', 'UBIGINT') AND TRY_CAST(CAST({call[0].Bare} AS VARCHAR) AS {name}) IS NOT NULL, false)";

    static Fragment ListOf(CallText call, int index) => DuckDbWriter.Array(call[index]);

    static Fragment List(CallText call, Fragment list) => $"CASE WHEN json_type({call[0].Bare}) = 'ARRAY' THEN to_json({list}) END";
}
