using System.Text;
using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Json;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>
/// Functions of SUPER values and of JSON texts (Amazon Redshift: "SUPER type information functions", "Array functions", "Object functions", "JSON
/// functions").
/// </summary>
/// <param name="writer">Of the statement: it makes the functions that are called.</param>
sealed class SuperFunctions(PostgresWriter writer)
{
    public FunctionWriter? Find(string name) => name switch
    {
        "collate" => call => TextFunctions.Collate(call, writer.Use),
        "json_parse" => Parse,
        "json_serialize" => call => Serialized(call[0]),
        "json_serialize_to_varbyte" => call => $"convert_to({Serialized(call[0])}, 'UTF8')",
        "json_size" => call => $"octet_length({Serialized(call[0])})",
        "is_valid_json" => call => Valid(call, $"coalesce(jsonb_typeof({Lenient(call)}) = 'object', false)"),
        "is_valid_json_array" => call => Valid(call, $"coalesce(jsonb_typeof({Lenient(call)}) = 'array', false)"),
        "can_json_parse" => call => Valid(call, $"{Lenient(call)} IS NOT NULL"),
        "json_array_length" => call => IsLenient(call)
            ? (Fragment)$"(SELECT CASE WHEN jsonb_typeof(j) = 'array' THEN jsonb_array_length(j) END FROM (SELECT {Lenient(call)} AS j) AS a)"
            : $"json_array_length(CAST({call[0].Bare} AS json))",
        "json_extract_array_element_text" => call => IsLenient(call)
            ? (Fragment)$"CASE WHEN {call[1]} >= 0 THEN {Lenient(call)} ->> {call[1]} END"
            : $"CASE WHEN {call[1]} >= 0 THEN CAST({call[0].Bare} AS json) ->> {call[1]} END",
        "json_extract_path_text" => ExtractPath,
        "json_typeof" => call => $"jsonb_typeof({Value(call, 0)})",
        "get_array_length" => call => $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'array' THEN CAST(jsonb_array_length({call[0].Bare}) AS bigint) END",
        "get_number_attributes" => call => $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'object' THEN (SELECT CAST(count(*) AS integer) FROM jsonb_object_keys({call[0].Bare})) END",
        "is_array" => call => Is(call, "= 'array'"),
        "is_object" => call => Is(call, "= 'object'"),
        "is_scalar" => call => Is(call, "IN ('string', 'number', 'boolean')"),
        "is_varchar" => call => Is(call, "= 'string'"),
        "is_char" => call => $"coalesce(jsonb_typeof({call[0].Bare}) = 'string' AND {call[0]} #>> '{{}}' ~ '^[\\x01-\\x7f]*$', false)",
        "is_boolean" => call => Is(call, "= 'boolean'"),
        "is_decimal" => call => Is(call, "= 'number'"),
        "is_smallint" => call => IsInteger(call, "-32768", "32767"),
        "is_integer" => call => IsInteger(call, "-2147483648", "2147483647"),
        "is_bigint" => call => IsInteger(call, "-9223372036854775808", "9223372036854775807"),
        "is_float" => call => throw call.Refuse("PostgreSQL can't tell a FLOAT in a SUPER value from a DECIMAL: jsonb keeps no exponent", "ask IS_DECIMAL, which is true of every number here, or run the query on DuckDB"),
        "decimal_scale" => call => OfNumber(call, number => $"scale({number})"),
        "decimal_precision" => call => OfNumber(call, number => $"length(ltrim(replace(replace(CAST({number} AS text), '-', ''), '.', ''), '0'))"),
        "array" => call => call.Named("jsonb_build_array"),
        "object" => Object,
        "array_concat" => call => $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'array' AND jsonb_typeof({call[1].Bare}) = 'array' THEN {call[0]} || {call[1]} END",
        "array_flatten" => call => OfArray(call, $"jsonb_path_query_array({call[0].Bare}, 'strict $.**?(@.type() != \"array\")')"),
        "split_to_array" => call => $"to_jsonb(string_to_array({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Fragment.Of("','"))}))",
        "subarray" => call => OfArray(call, Subarray(call)),
        "array_contains" => call => Searched(call, $"EXISTS (SELECT 1 FROM jsonb_array_elements({call[0].Bare}) AS e(v) WHERE e.v = {Sought(call)})"),
        "array_position" => call => Searched(call, $"coalesce((SELECT CAST(min(e.n) - 1 AS integer) FROM jsonb_array_elements({call[0].Bare}) WITH ORDINALITY AS e(v, n) WHERE e.v = {Sought(call)}), -1)"),
        "array_positions" => call => Searched(call, $"(SELECT coalesce(jsonb_agg(e.n - 1 ORDER BY e.n), '[]') FROM jsonb_array_elements({call[0].Bare}) WITH ORDINALITY AS e(v, n) WHERE e.v = {Sought(call)})"),
        "array_distinct" => call => OfArray(call, $"(SELECT coalesce(jsonb_agg(DISTINCT e.v), '[]') FROM jsonb_array_elements({call[0].Bare}) AS e(v))"),
        "array_union" => call => OfArray(call, $"(SELECT coalesce(jsonb_agg(DISTINCT e.v), '[]') FROM jsonb_array_elements({call[0]} || {call[1]}) AS e(v))"),
        "array_except" => call => OfBoth(call, Chosen(call, "NOT ", ">")),
        "array_intersection" => call => OfBoth(call, Chosen(call, "", "<=")),
        "array_sort" => call => OfArray(call, Sorted(call)),
        "arrays_overlap" => call => OfArray(call, $"EXISTS (SELECT 1 FROM jsonb_array_elements({call[0].Bare}) AS a(v), jsonb_array_elements({call[1].Bare}) AS b(v) WHERE a.v = b.v)"),
        _ => null,
    };

    static Fragment Text(CallText call) => call.TypeOf(0).Category == TypeCategory.Varbyte ? $"convert_from({call[0].Bare}, 'UTF8')" : call[0].Bare;

    Fragment Lenient(CallText call) => $"{writer.Use(PostgresHelper.Json)}({Text(call)})";

    // jsonb would take the last of several attributes of one name: what are names in the text are to be names in the value
    Fragment Parse(CallText call)
    {
        var argument = call.Bound.Arguments[0];
        if (argument is BoundLiteral { IsNull: true } || call.Settings.IsOn("json_parse_dedup_attributes"))
        {
            return $"CAST({Text(call)} AS jsonb)";
        }

        if (argument is BoundLiteral { Text: { } known } && IsParsed(known))
        {
            return $"CAST({Text(call)} AS jsonb)";
        }

        // pulled into the query around it, a constant would be looked at before any row needs it
        return argument is BoundColumn ? Checked(Text(call)) : $"(SELECT {Checked(Fragment.Of("j.v"))} FROM (SELECT {Text(call)} AS v OFFSET 0) AS j)";
    }

    static bool IsParsed(string text)
    {
        try
        {
            SuperText.Parse(Encoding.UTF8.GetBytes(text), new TextBuffer());
            return true;
        }
        catch (ValueException)
        {
            return false;
        }
    }

    static Fragment Checked(Fragment text) =>
        $"CASE WHEN {Names(text)} > {Names($"CAST(CAST({text.Bare} AS jsonb) AS text)")} THEN to_jsonb({PostgresWriter.Failure(text, "JSON parsing error: duplicate attribute")}) ELSE CAST({text.Bare} AS jsonb) END";

    // texts with a colon behind them
    static Fragment Names(Fragment json) => $"(SELECT count(m[1]) FROM regexp_matches({json.Bare}, '\"(?:[^\"\\\\]|\\\\.)*\"(\\s*:)?', 'g') AS r(m))";

    static Fragment Valid(CallText call, Fragment test) => $"CASE WHEN {call[0]} IS NOT NULL THEN {test} END";

    static bool IsLenient(CallText call) => call.Bound.Arguments[^1] is BoundLiteral { Type.Kind: TypeKind.Boolean, Text: "true" };

    Fragment ExtractPath(CallText call)
    {
        var hasFlag = call.TypeOf(call.Count - 1).Kind == TypeKind.Boolean;
        var path = Fragment.Join(", ", Enumerable.Range(1, call.Count - (hasFlag ? 2 : 1)).Select(index => writer.AsText(call.TypeOf(index), call[index])));
        return hasFlag && IsLenient(call)
            ? (Fragment)$"jsonb_extract_path_text({Lenient(call)}, {path})"
            : $"json_extract_path_text(CAST({call[0].Bare} AS json), {path})";
    }

    // without blanks, as Redshift writes it
    static Fragment Serialized(Fragment json) =>
        $"regexp_replace(CAST({json.Bare} AS text), '((?:\"(?:\\\\.|[^\"\\\\])*\"|[^\",:])*[,:]) ', '\\1', 'g')";

    // what is null there has a type of its own
    Fragment Value(CallText call, int index) => call.Bound.Arguments[index] is BoundPath path ? writer.Steps(path) : call[index];

    static Fragment Is(CallText call, string test) => $"coalesce(jsonb_typeof({call[0].Bare}) {test}, false)";

    static Fragment IsInteger(CallText call, string least, string most) =>
        $"coalesce(CASE WHEN jsonb_typeof({call[0].Bare}) = 'number' THEN scale(CAST({call[0]} #>> '{{}}' AS numeric)) = 0 AND CAST({call[0]} #>> '{{}}' AS numeric) BETWEEN {least} AND {most} END, false)";

    static Fragment OfNumber(CallText call, Func<Fragment, Fragment> write) =>
        $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'number' THEN {write($"CAST({call[0]} #>> '{{}}' AS numeric)")} END";

    static Fragment OfArray(CallText call, Fragment result) => $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'array' THEN {result} END";

    // where null isn't to match null: nothing is known of what is sought, or of an array that has one
    static Fragment Searched(CallText call, Fragment result) => call.Count > 2 || !call.Settings.IsOn("default_array_search_null_handling")
        ? OfArray(call, $"CASE WHEN {(call.Count > 2 ? (Fragment)$"NOT {call[2]} AND " : Fragment.Empty)} ({call[1]} IS NULL OR {call[0]} @> '[null]' AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements({call[0].Bare}) AS s(v) WHERE s.v = {Sought(call)})) THEN NULL ELSE {result} END")
        : OfArray(call, result);

    static Fragment OfBoth(CallText call, Fragment result) => $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'array' AND jsonb_typeof({call[1].Bare}) = 'array' THEN {result} END";

    // elements of the first array by how often, or whether, the second has them
    static Fragment Chosen(CallText call, string word, string symbol)
    {
        Fragment often = $"e.k {symbol} (SELECT count(*) FROM jsonb_array_elements({call[1].Bare}) AS s(v) WHERE s.v = e.v)";
        Fragment whether = $"e.k = 1 AND {word}EXISTS (SELECT 1 FROM jsonb_array_elements({call[1].Bare}) AS s(v) WHERE s.v = e.v)";
        Fragment condition = call.Count > 2 ? $"CASE WHEN {call[2].Bare} THEN {whether} ELSE {often} END" : often;
        return $"(SELECT coalesce(jsonb_agg(e.v ORDER BY e.n), '[]') FROM (SELECT f.v, f.n, row_number() OVER (PARTITION BY f.v ORDER BY f.n) AS k FROM jsonb_array_elements({call[0].Bare}) WITH ORDINALITY AS f(v, n)) AS e WHERE {condition})";
    }

    // nulls are last in an ascending order, and first in a descending one
    static Fragment Sorted(CallText call)
    {
        Fragment Keys(string direction) => Fragment.Of($"{PostgresWriter.RankOf("e.v")}{direction}, CASE WHEN jsonb_typeof(e.v) = 'string' THEN (e.v #>> '{{}}') COLLATE \"C\" END{direction}, e.v{direction}");
        Fragment rows = $"FROM jsonb_array_elements({call[0].Bare}) AS e(v)";
        Fragment isAscending = call.Count > 1 ? call[1] : Fragment.Of("true");
        Fragment isNullsFirst = call.Count > 2 ? call[2] : $"(NOT {isAscending})";
        Fragment Of(string direction) => $"(SELECT coalesce(jsonb_agg(e.v ORDER BY (jsonb_typeof(e.v) = 'null') <> {isNullsFirst}, {Keys(direction)}), '[]') {rows})";
        return $"CASE WHEN {isAscending} THEN {Of("")} ELSE {Of(" DESC")} END";
    }

    static Fragment Sought(CallText call) => $"coalesce({call[1].Bare}, 'null')";

    static Fragment Subarray(CallText call)
    {
        Fragment start = $"CASE WHEN {call[1]} < 0 THEN greatest(jsonb_array_length({call[0].Bare}) + {call[1]}, 0) ELSE {call[1].Bare} END";
        Fragment end = call.Count > 2 ? $" AND e.n <= {start} + {call[2]}" : Fragment.Empty;
        return $"(SELECT coalesce(jsonb_agg(e.v ORDER BY e.n), '[]') FROM jsonb_array_elements({call[0].Bare}) WITH ORDINALITY AS e(v, n) WHERE e.n > {start}{end})";
    }

    // a name is a text, whatever it comes from
    Fragment Object(CallText call)
    {
        var parts = Enumerable.Range(0, call.Count).Select(index => (index % 2, call.Bound.Arguments[index]) switch
        {
            (0, BoundConversion { Operand: { Type.IsText: true } name }) => writer.Expression(name).Bare,
            (0, { Type.IsSuper: true }) => (Fragment)$"{call[index]} #>> '{{}}'",
            _ => call[index].Bare,
        });
        return $"jsonb_build_object({Fragment.Join(", ", parts)})";
    }
}
