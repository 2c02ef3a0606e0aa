using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Functions of texts and bytes (Amazon Redshift: "String functions", "Hash functions", "VARBYTE functions").</summary>
static class TextFunctions
{
    const string Digits = "'0123456789abcdefghijklmnopqrstuvwxyz'";

    public static IReadOnlyDictionary<string, FunctionWriter> All { get; } = new Dictionary<string, FunctionWriter>
    {
        ["chr"] = call => $"CASE WHEN {call[0]} BETWEEN 1 AND 127 THEN CAST(chr({call[0].Bare}) AS character(1)) END",
        ["octet_length"] = call => $"octet_length({Unpadded(call, 0)})",
        ["bit_length"] = call => $"bit_length({Unpadded(call, 0)})",
        ["lower"] = Letters,
        ["upper"] = Letters,
        ["initcap"] = call => $"(initcap({Unpadded(call, 0)} COLLATE \"default\") COLLATE \"C\")",
        ["left"] = call => $"left({Unpadded(call, 0)}, {Positive(call, 1)})",
        ["right"] = call => $"right({Unpadded(call, 0)}, {Positive(call, 1)})",
        ["charindex"] = call => $"strpos({call[1].Bare}, {call[0].Bare})",
        ["octetindex"] = call => $"position(convert_to({call[0].Bare}, 'UTF8') IN convert_to({call[1].Bare}, 'UTF8'))",
        ["split_part"] = call => call.Number(2) > 0
            ? call.Named("split_part")
            : $"split_part({call[0].Bare}, {call[1].Bare}, {AtLeast(call[2], 0)})",
        ["concat"] = call => ((Fragment)$"{call[0]} || {call[1]}").InBrackets(),
        ["quote_literal"] = call => $"('''' || replace(replace({call[0].Bare}, '\\', '\\\\'), '''', '''''') || '''')",
        ["strtol"] = Strtol,
        ["bpcharcmp"] = call => Compared(Bytes(call, 0), Bytes(call, 1)),
        ["sha1"] = call => throw call.Refuse("PostgreSQL has no SHA1", "write SHA2(x, 256), or MD5(x)"),
        ["sha2"] = Sha2,
        ["to_hex"] = call => call.TypeOf(0).IsInteger ? call.Named("to_hex") : $"encode({call[0].Bare}, 'hex')",
        ["from_hex"] = call => $"decode({EvenHex(call[0])}, 'hex')",
        ["from_varbyte"] = call => call.Text(1)?.ToLowerInvariant() switch
        {
            "hex" => $"encode({Binary(call)}, 'hex')",
            "utf8" or "utf-8" => $"convert_from({Binary(call)}, 'UTF8')",
            "base64" => $"encode({Binary(call)}, 'base64')",
            "binary" => $"(SELECT string_agg(CAST(CAST(get_byte({Binary(call)}, i) AS bit(8)) AS text), '' ORDER BY i) FROM generate_series(0, octet_length({Binary(call)}) - 1) AS i)",
            _ => throw call.Refuse("FROM_VARBYTE knows no such format", "write 'hex', 'binary', 'base64' or 'utf-8'"),
        },
        ["to_varbyte"] = call => call.Text(1)?.ToLowerInvariant() switch
        {
            "hex" => $"decode({EvenHex(call[0])}, 'hex')",
            "utf8" or "utf-8" => $"convert_to({call[0].Bare}, 'UTF8')",
            "base64" => $"decode({call[0].Bare}, 'base64')",
            _ => throw call.Refuse("TO_VARBYTE knows this format on Redshift only", "write 'hex', 'base64' or 'utf-8'"),
        },
        ["getbit"] = call => $"get_bit({call[0].Bare}, {BitOf(call)})",
        ["regexp_count"] = call => $"regexp_count({call[0].Bare}, {call[1].Bare}, {At(call, 2)}, {Flags(call, 3)})",
        ["regexp_replace"] = call => $"regexp_replace({call[0].Bare}, {call[1].Bare}, {(call.Count > 2 ? call[2].Bare : Fragment.Of("''"))}, {At(call, 3)}, 0, {Flags(call, 4)})",
        ["regexp_substr"] = call => $"CASE WHEN {call[0]} IS NOT NULL AND {call[1]} IS NOT NULL THEN coalesce({Matching(call)}, '') END",
        ["regexp_instr"] = Position,
    };

    // The collation of a table's texts knows the letters of ASCII alone.
    static Fragment Letters(CallText call) => $"({call.Bound.Function.Name}({Unpadded(call, 0)} COLLATE \"und-x-icu\") COLLATE \"C\")";

    static Fragment Unpadded(CallText call, int index) => call.TypeOf(index).Kind == TypeKind.Char ? $"CAST({call[index].Bare} AS text)" : call[index];

    static Fragment Positive(CallText call, int index) => call.Number(index) is >= 0 ? call[index].Bare : AtLeast(call[index], 0);

    // greatest() would leave NULL out
    static Fragment AtLeast(Fragment value, int least) => $"CASE WHEN {value} < {least} THEN {least} ELSE {value.Bare} END";

    static Fragment Bytes(CallText call, int index) => $"CAST({call[index].Bare} AS bpchar) COLLATE \"C\"";

    static Fragment Binary(CallText call) => call.TypeOf(0).IsText ? $"convert_to({call[0].Bare}, 'UTF8')" : call[0].Bare;

    static Fragment EvenHex(Fragment text) => $"lpad({text.Bare}, length({text.Bare}) + length({text.Bare}) % 2, '0')";

    // from the rightmost; PostgreSQL counts those of each byte from the right, and the bytes from the left
    static Fragment BitOf(CallText call) => $"(octet_length({call[0].Bare}) - 1 - {call[1]} / 8) * 8 + {call[1]} % 8";

    /// <summary>−1, 0 or 1.</summary>
    public static Fragment Compared(Fragment left, Fragment right) => $"CASE WHEN {left} < {right} THEN -1 WHEN {left} > {right} THEN 1 WHEN {left} = {right} THEN 0 END";

    /// <summary>COLLATE, which makes the collation where it is missing.</summary>
    public static Fragment Collate(CallText call, Func<PostgresHelper, string> use) => call.Text(1)?.ToLowerInvariant() switch
    {
        "case_insensitive" or "ci" => $"({call[0]} COLLATE {use(PostgresHelper.CaseInsensitive)})",
        _ => $"({call[0]} COLLATE \"C\")",
    };

    static Fragment Strtol(CallText call)
    {
        Fragment digits = $"regexp_replace(lower(btrim({call[0].Bare})), CASE WHEN {call[1]} = 16 THEN '^[-+]?(0x)?' ELSE '^[-+]?' END, '')";
        Fragment isNumber = $"translate({digits}, left({Digits}, {call[1].Bare}), '') = ''";
        Fragment value = $"(SELECT coalesce(sum((strpos({Digits}, substr({digits}, i, 1)) - 1) * power(CAST({call[1].Bare} AS numeric), length({digits}) - i)), 0) FROM generate_series(1, length({digits})) AS i)";
        return $"CASE WHEN {isNumber} THEN CAST(CASE WHEN btrim({call[0].Bare}) LIKE '-%' THEN -1 ELSE 1 END * {value} AS bigint) WHEN {call[0]} IS NOT NULL THEN CAST({Fault(call[0], call[1])} AS bigint) END";
    }

    static Fragment Fault(Fragment text, Fragment radix) =>
        $"('{PostgresErrors.Mark(SqlStates.InvalidParameterValue, "")}The input ' || {text} || ' is not valid to be converted to base ' || {radix})";

    static Fragment Sha2(CallText call) => call.Number(1) switch
    {
        0 or 256 => Hashed(call, 256),
        224 => Hashed(call, 224),
        384 => Hashed(call, 384),
        512 => Hashed(call, 512),
        not null => $"left({call[0].Bare}, 0)",
        null => $"CASE {call[1]} WHEN 0 THEN {Hashed(call, 256)} WHEN 224 THEN {Hashed(call, 224)} WHEN 256 THEN {Hashed(call, 256)} WHEN 384 THEN {Hashed(call, 384)} WHEN 512 THEN {Hashed(call, 512)} ELSE left({call[0].Bare}, 0) END",
    };

    static Fragment Hashed(CallText call, int bits) => $"encode(sha{bits}(convert_to({call[0].Bare}, 'UTF8')), 'hex')";

    // no match is an empty text in Redshift
    static Fragment Matching(CallText call)
    {
        Fragment match = $"regexp_substr({call[0].Bare}, {call[1].Bare}, {At(call, 2)}, {(call.Count > 3 ? call[3].Bare : Fragment.Of("1"))}, {Flags(call, 4)}, {Group(call, 4)})";
        return call.Count > 3 && call.Number(3) is not > 0 ? $"CASE WHEN {call[3]} > 0 THEN {match} END" : match;
    }

    static Fragment Position(CallText call)
    {
        Fragment position = $"regexp_instr({call[0].Bare}, {call[1].Bare}, {At(call, 2)}, {At(call, 3)}, {EndOption(call)}, {Flags(call, 5)}, {Group(call, 5)})";
        return call.Count > 3 && call.Number(3) is not > 0 ? $"CASE WHEN {call[3]} < 1 THEN 0 ELSE {position} END" : position;
    }

    static Fragment EndOption(CallText call) => call.Count <= 4 ? Fragment.Of("0") : $"CASE WHEN {call[4]} = 0 THEN 0 ELSE 1 END";

    static Fragment At(CallText call, int index) => call.Count <= index ? Fragment.Of("1") : call.Number(index) is > 0 ? call[index].Bare : AtLeast(call[index], 1);

    static string Flags(CallText call, int index) => Parameters(call, index).Contains('i', StringComparison.Ordinal) ? "'i'" : "'c'";

    // the first brackets of the pattern, where it has any
    static string Group(CallText call, int index) =>
        Parameters(call, index).Contains('e', StringComparison.Ordinal) && call.Text(1) is { } pattern && pattern.Contains('(', StringComparison.Ordinal) ? "1" : "0";

    static string Parameters(CallText call, int index) => call.Text(index) ?? "";
}
