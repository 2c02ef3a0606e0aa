using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions of texts (Amazon Redshift: "String functions", "Hash functions").</summary>
static class DuckDbTexts
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "length" => Length,
        "octet_length" => call => Bytes(call),
        "bit_length" => call => $"(8 * {Bytes(call)})",
        "ascii" => call => $"CASE WHEN {call[0]} = '' THEN 0 ELSE unicode({call[0].Bare}) END",
        "chr" => call => $"CASE WHEN {call[0]} BETWEEN 1 AND 127 THEN chr({call[0].Bare}) END",
        "left" => call => $"left({call[0].Bare}, {NotNegative(call, 1)})",
        "right" => call => $"right({call[0].Bare}, {NotNegative(call, 1)})",
        "btrim" => call => $"trim({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Blank)})",
        "ltrim" => call => $"ltrim({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Blank)})",
        "rtrim" => call => $"rtrim({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Blank)})",
        "lpad" => call => $"lpad({call[0].Bare}, {NotNegative(call, 1)}, {(call.Count > 2 ? call[2].Bare : Blank)})",
        "rpad" => call => $"rpad({call[0].Bare}, {NotNegative(call, 1)}, {(call.Count > 2 ? call[2].Bare : Blank)})",
        "substring" => Substring,
        "overlay" => Overlay,
        "octetindex" => call => $"CASE WHEN strpos({call[1].Bare}, {call[0].Bare}) = 0 THEN 0 ELSE strlen(left({call[1].Bare}, strpos({call[1].Bare}, {call[0].Bare}) - 1)) + 1 END",
        "position" => call => $"strpos({call[1].Bare}, {call[0].Bare})",
        "quote_literal" => call => $"('''' || replace(replace({call[0].Bare}, '\\', '\\\\'), '''', '''''') || '''')",
        "quote_ident" => call => $"CASE WHEN regexp_full_match({call[0].Bare}, '[a-z_][a-z0-9_$]*') THEN {call[0].Bare} ELSE '\"' || replace({call[0].Bare}, '\"', '\"\"') || '\"' END",
        "initcap" => InitCap,
        "strtol" => StrToL,
        "to_hex" => call => call.TypeOf(0).Category == TypeCategory.Varbyte ? (Fragment)$"lower(hex({call[0].Bare}))" : $"lower(to_hex({call[0].Bare}))",
        "collate" => call => call.Text(1)?.ToLowerInvariant() is "case_insensitive" or "ci" ? ((Fragment)$"{call[0]} COLLATE NOCASE").InBrackets() : call[0],
        "sha2" => Sha2,
        _ => null,
    };

    static Fragment Blank => Fragment.Of("' '");

    static Fragment Length(CallText call) => call.TypeOf(0) switch
    {
        { Category: TypeCategory.Varbyte } => call.Named("octet_length"),
        { Kind: TypeKind.Char } => $"length(rtrim({call[0].Bare}, ' '))",
        _ => call.Named("length"),
    };

    static Fragment Bytes(CallText call) => call.TypeOf(0) switch
    {
        { Category: TypeCategory.Varbyte } => call.Named("octet_length"),
        { Kind: TypeKind.Char } => $"strlen(rtrim({call[0].Bare}, ' '))",
        _ => call.Named("strlen"),
    };

    static Fragment NotNegative(CallText call, int index) => call.Number(index) >= 0 ? call[index].Bare : $"greatest({call[index].Bare}, 0)";

    // DuckDB counts a start below 1 from the end
    static Fragment Substring(CallText call)
    {
        if (call.Count == 2 && call.TypeOf(1).IsText)
        {
            return $"regexp_extract({call.List})";
        }

        if (call.Number(1) >= 1)
        {
            return call.Named("substring");
        }

        return call.Count == 2
            ? (Fragment)$"substring({call[0].Bare}, greatest({call[1].Bare}, 1))"
            : $"substring({call[0].Bare}, greatest({call[1].Bare}, 1), greatest({call[1]} + {call[2]} - greatest({call[1].Bare}, 1), 0))";
    }

    static Fragment Overlay(CallText call)
    {
        var length = call.Count > 3 ? call[3] : $"length({call[1].Bare})";
        return ((Fragment)$"left({call[0].Bare}, {call[2]} - 1) || {call[1]} || substring({call[0].Bare}, {call[2]} + {length})").InBrackets();
    }

    static Fragment InitCap(CallText call) =>
        $"array_to_string(list_transform(regexp_extract_all(lower({call[0].Bare}), '[\\p{{L}}\\p{{N}}]+|[^\\p{{L}}\\p{{N}}]+'), lambda starlift_w: upper(starlift_w[1]) || starlift_w[2:]), '')";

    static Fragment StrToL(CallText call)
    {
        var (text, radix) = (call[0], call[1]);
        Fragment digit = $"strpos('0123456789abcdefghijklmnopqrstuvwxyz', lower(substr({text.Bare}, length({text.Bare}) - starlift_i, 1))) - 1";
        return $"CAST(CASE WHEN {text} LIKE '-%' THEN -1 ELSE 1 END * list_sum(list_transform(range(length(ltrim({text.Bare}, '-'))), lambda starlift_i: ({digit}) * CAST(power({radix.Bare}, starlift_i) AS HUGEINT))) AS BIGINT)";
    }

    static Fragment Sha2(CallText call) => call.Number(1) is 0 or 256
        ? (Fragment)$"sha256({call[0].Bare})"
        : throw call.Refuse("DuckDB has no SHA2 of that many bits", "write SHA2(x, 256)");
}
