using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Functions of texts and regular expressions (Amazon Redshift: "String functions").</summary>
static class PostgresTextFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["sha"] = NoSha1,
        ["sha1"] = NoSha1,
        ["func_sha1"] = NoSha1,
        ["sha2"] = Sha2,
        ["strtol"] = call => call.Arguments is [var text, var radix] ? call.With(Strtol(text.Operand, radix.Operand)) : null,
        ["regexp_substr"] = Substr,
        ["regexp_count"] = call => call.Arguments.Count is >= 2 and <= 4
            ? call.With($"regexp_count({call.Arguments[0].Text}, {call.Arguments[1].Text}, {At(call, 2)}, {Flags(call, 3)})")
            : null,
        ["regexp_replace"] = call => call.Arguments.Count is >= 2 and <= 5
            ? call.With($"regexp_replace({call.Arguments[0].Text}, {call.Arguments[1].Text}, {(call.Arguments.Count > 2 ? call.Arguments[2].Text : "''")}, {At(call, 3)}, 0, {Flags(call, 4)})")
            : null,
        ["pg_last_copy_id"] = call => call.With("coalesce(CAST(nullif(current_setting('starlift.copy_id', true), '') AS integer), -1)"),
        ["pg_last_copy_count"] = call => call.With("coalesce(CAST(nullif(current_setting('starlift.copy_count', true), '') AS bigint), 0)"),
    };

    static Rewritten? NoSha1(FunctionCall call) => throw call.Error("PostgreSQL has no SHA1", "write SHA2(x, 256), or MD5(x)");

    static Rewritten? Sha2(FunctionCall call)
    {
        if (call.Arguments is not [var text, var bits])
        {
            return null;
        }

        return bits.Number is 0 or 224 or 256 or 384 or 512
            ? call.With($"encode(sha{(bits.Number == 0 ? 256 : bits.Number)}(convert_to({text.Text}, 'UTF8')), 'hex')")
            : throw call.Error($"there is no SHA2 of {bits.Text} bits", "write SHA2(x, 256)");
    }

    static string Strtol(string text, string radix) =>
        $"(SELECT CAST(CASE WHEN {text} LIKE '-%' THEN -1 ELSE 1 END * sum((strpos('0123456789abcdefghijklmnopqrstuvwxyz', lower(substr(ltrim({text}, '-'), i, 1))) - 1) "
        + $"* power(CAST({radix} AS numeric), length(ltrim({text}, '-')) - i)) AS bigint) FROM generate_series(1, length(ltrim({text}, '-'))) AS i)";

    // no match is an empty text in Redshift
    static Rewritten? Substr(FunctionCall call)
    {
        if (call.Arguments.Count is < 2 or > 5)
        {
            return null;
        }

        var text = call.Arguments[0];
        var occurrence = call.Arguments.Count > 3 ? call.Arguments[3].Text : "1";
        var group = Parameters(call, 4).Contains('e', StringComparison.Ordinal) ? 1 : 0;
        return call.With($"CASE WHEN {text.Operand} IS NOT NULL THEN coalesce(regexp_substr({text.Text}, {call.Arguments[1].Text}, {At(call, 2)}, {occurrence}, {Flags(call, 4)}, {group}), '') END");
    }

    static string At(FunctionCall call, int index) => call.Arguments.Count > index ? call.Arguments[index].Text : "1";

    static string Flags(FunctionCall call, int index) => Parameters(call, index).Contains('i', StringComparison.Ordinal) ? "'i'" : "'c'";

    static string Parameters(FunctionCall call, int index) => call.Arguments.Count > index ? call.Arguments[index].Literal ?? "" : "";
}
