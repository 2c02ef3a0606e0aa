using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of texts (Amazon Redshift: "String functions").</summary>
static class DuckDbTextFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["octet_length"] = call => call.Arguments is [var text] ? call.With($"strlen(CAST({text.Text} AS VARCHAR))") : null,
        ["btrim"] = call => call.Renamed("trim"),
        ["lpad"] = call => call.Arguments is [var text, var length] ? call.With($"lpad({text.Text}, {length.Text}, ' ')") : null,
        ["rpad"] = call => call.Arguments is [var text, var length] ? call.With($"rpad({text.Text}, {length.Text}, ' ')") : null,
        ["sha"] = call => call.Renamed("sha1"),
        ["func_sha1"] = call => call.Renamed("sha1"),
        ["sha2"] = Sha2,
        ["quote_literal"] = call => call.Arguments is [var text]
            ? call.With($"('''' || replace({text.Text}, '''', '''''') || '''')")
            : null,
        ["initcap"] = call => call.Arguments is [var text] ? call.With(InitCap(text.Text)) : null,
        ["strtol"] = call => call.Arguments is [var text, var radix] ? call.With(StrToL(text.Operand, radix.Operand)) : null,
    };

    static string InitCap(string text) =>
        $"array_to_string(list_transform(regexp_extract_all(lower({text}), '[\\p{{L}}\\p{{N}}]+|[^\\p{{L}}\\p{{N}}]+'), "
        + "lambda starlift_w: upper(starlift_w[1]) || starlift_w[2:]), '')";

    static string StrToL(string text, string radix) =>
        $"CAST(CASE WHEN {text} LIKE '-%' THEN -1 ELSE 1 END * list_sum(list_transform(range(length(ltrim({text}, '-'))), lambda starlift_i: "
        + $"(strpos('0123456789abcdefghijklmnopqrstuvwxyz', lower(substr({text}, length({text}) - starlift_i, 1))) - 1) "
        + $"* CAST(power({radix}, starlift_i) AS HUGEINT))) AS BIGINT)";

    static Rewritten? Sha2(FunctionCall call)
    {
        if (call.Arguments is not [var text, var bits])
        {
            return null;
        }

        return bits.Number is 0 or 256
            ? call.With($"sha256({text.Text})")
            : throw call.Error($"DuckDB has no SHA2 of {bits.Text} bits", "write SHA2(x, 256)");
    }
}
