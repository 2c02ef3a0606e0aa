using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of texts and of NULL (Amazon Redshift: "String functions", "Conditional expressions").</summary>
static class DuckDbTextFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["nvl"] = call => call.Renamed("coalesce"),
        ["nvl2"] = call => call.Arguments is [var test, var then, var otherwise]
            ? call.With($"CASE WHEN {test.Operand} IS NOT NULL THEN {then.Text} ELSE {otherwise.Text} END")
            : null,
        ["decode"] = Decode,
        ["len"] = call => call.Renamed("length"),
        ["textlen"] = call => call.Renamed("length"),
        ["octet_length"] = call => call.Arguments is [var text] ? call.With($"strlen(CAST({text.Text} AS VARCHAR))") : null,
        ["charindex"] = call => call.Arguments is [var part, var text] ? call.With($"strpos({text.Text}, {part.Text})") : null,
        ["replicate"] = call => call.Renamed("repeat"),
        ["btrim"] = call => call.Renamed("trim"),
        ["concat"] = call => call.Arguments is [var left, var right] ? call.With($"({left.Operand} || {right.Operand})") : null,
        ["lpad"] = call => call.Arguments is [var text, var length] ? call.With($"lpad({text.Text}, {length.Text}, ' ')") : null,
        ["rpad"] = call => call.Arguments is [var text, var length] ? call.With($"rpad({text.Text}, {length.Text}, ' ')") : null,
        ["sha"] = call => call.Renamed("sha1"),
        ["func_sha1"] = call => call.Renamed("sha1"),
        ["sha2"] = Sha2,
        ["quote_literal"] = call => call.Arguments is [var text]
            ? call.With($"('''' || replace({text.Text}, '''', '''''') || '''')")
            : null,
    };

    // each search is compared as = does, but NULL finds NULL
    static Rewritten? Decode(FunctionCall call)
    {
        if (call.Arguments.Count < 3)
        {
            return null;
        }

        var value = call.Arguments[0].Operand;
        var text = "CASE";
        var last = call.Arguments.Count - 1;
        for (var i = 1; i < last; i += 2)
        {
            text += $" WHEN {value} IS NOT DISTINCT FROM {call.Arguments[i].Operand} THEN {call.Arguments[i + 1].Text}";
        }

        return call.With(last % 2 == 1 ? $"{text} ELSE {call.Arguments[last].Text} END" : $"{text} END");
    }

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
