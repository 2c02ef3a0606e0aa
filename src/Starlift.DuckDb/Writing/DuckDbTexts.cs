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
        "left" => call => $"left({call[0].Bare}, {NotNegative(call, 1)})",
        "right" => call => $"right({call[0].Bare}, {NotNegative(call, 1)})",
        "btrim" => call => $"trim({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Blank)})",
        "ltrim" => call => $"ltrim({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Blank)})",
        "rtrim" => call => $"rtrim({call[0].Bare}, {(call.Count > 1 ? call[1].Bare : Blank)})",
        "substring" => Substring,
        "overlay" => Overlay,
        "octetindex" => call => $"CASE WHEN strpos({call[1].Bare}, {call[0].Bare}) = 0 THEN 0 ELSE strlen(left({call[1].Bare}, strpos({call[1].Bare}, {call[0].Bare}) - 1)) + 1 END",
        "position" => call => $"strpos({call[1].Bare}, {call[0].Bare})",
        "collate" => call => call.Text(1)?.ToLowerInvariant() is "case_insensitive" or "ci" ? ((Fragment)$"{call[0]} COLLATE NOCASE").InBrackets() : (Fragment)$"decode(encode({call[0].Bare}))",
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

    static Fragment NotNegative(CallText call, int index) => call.Number(index) >= 0 ? call[index].Bare : AtLeast(call[index], 0);

    // GREATEST would give the least of a NULL
    static Fragment AtLeast(Fragment value, int least) => $"CASE WHEN {value} < {least} THEN {least} ELSE {value.Bare} END";

    // DuckDB counts a start below 1 from the end
    static Fragment Substring(CallText call)
    {
        if (call.TypeOf(0).Category == TypeCategory.Varbyte)
        {
            return $"starlift_bytes_substring({call[0].Bare}, CAST({call[1].Bare} AS BIGINT), CAST({(call.Count > 2 ? call[2].Bare : Fragment.Of(int.MaxValue.ToString(System.Globalization.CultureInfo.InvariantCulture)))} AS BIGINT))";
        }

        if (call.Count == 2 && call.TypeOf(1).IsText)
        {
            return $"regexp_extract({call.List})";
        }

        if (call.Number(1) >= 1)
        {
            return call.Named("substring");
        }

        var start = AtLeast(call[1], 1);
        return call.Count == 2
            ? (Fragment)$"substring({call[0].Bare}, {start})"
            : $"substring({call[0].Bare}, {start}, {AtLeast(((Fragment)$"{call[1]} + {call[2]} - ({start})").InBrackets(), 0)})";
    }

    static Fragment Overlay(CallText call)
    {
        var length = call.Count > 3 ? call[3] : $"length({call[1].Bare})";
        return ((Fragment)$"left({call[0].Bare}, {call[2]} - 1) || {call[1]} || substring({call[0].Bare}, {call[2]} + {length})").InBrackets();
    }
}
