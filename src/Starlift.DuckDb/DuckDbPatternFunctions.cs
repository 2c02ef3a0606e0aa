using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of regular expressions (Amazon Redshift: "REGEXP_SUBSTR function" and its neighbours).</summary>
static class DuckDbPatternFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["regexp_substr"] = Substr,
        ["regexp_count"] = call => call.Arguments.Count is >= 2 and <= 4
            ? call.With($"len(regexp_extract_all({Source(call)}, {Pattern(call, 3)}))")
            : null,
        ["regexp_replace"] = Replace,
        ["regexp_instr"] = call => call.Arguments is [var text, var pattern]
            ? call.With($"CASE WHEN regexp_matches({text.Text}, {pattern.Text}) THEN strpos({text.Text}, regexp_extract({text.Text}, {pattern.Text})) ELSE 0 END")
            : null,
    };

    static Rewritten? Substr(FunctionCall call)
    {
        if (call.Arguments.Count is < 2 or > 5)
        {
            return null;
        }

        var occurrence = call.Arguments.Count > 3 ? call.Arguments[3].Text : "1";
        var group = Parameters(call, 4).Contains('e', StringComparison.Ordinal) ? ", 1" : "";
        var source = Source(call);
        return call.With($"CASE WHEN {source} IS NOT NULL THEN coalesce(regexp_extract_all({source}, {Pattern(call, 4)}{group})[{occurrence}], '') END");
    }

    static Rewritten? Replace(FunctionCall call)
    {
        if (call.Arguments.Count is < 2 or > 5)
        {
            return null;
        }

        var replacement = call.Arguments.Count > 2 ? call.Arguments[2].Text : "''";
        var replaced = $"regexp_replace({Source(call)}, {Pattern(call, 4)}, {replacement}, 'g')";
        return call.With(HasPosition(call, 3)
            ? $"(left({call.Arguments[0].Text}, {call.Arguments[3].Operand} - 1) || {replaced.Replace(Source(call), $"substr({call.Arguments[0].Text}, {call.Arguments[3].Text})", StringComparison.Ordinal)})"
            : replaced);
    }

    static bool HasPosition(FunctionCall call, int index) => call.Arguments.Count > index && call.Arguments[index].Number != 1;

    // REGEXP_REPLACE has its position behind the replacement
    static string Source(FunctionCall call) => call.Name != "regexp_replace" && HasPosition(call, 2)
        ? $"substr({call.Arguments[0].Text}, {call.Arguments[2].Text})"
        : call.Arguments[0].Text;

    static string Pattern(FunctionCall call, int parameters)
    {
        var pattern = call.Arguments[1];
        return !Parameters(call, parameters).Contains('i', StringComparison.Ordinal) ? pattern.Text
            : pattern.Literal is { } literal ? DuckDbName.Literal($"(?i){literal}")
            : $"('(?i)' || {pattern.Operand})";
    }

    static string Parameters(FunctionCall call, int index) => call.Arguments.Count > index ? call.Arguments[index].Literal ?? "" : "";
}
