using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Functions of regular expressions (Amazon Redshift: "REGEXP_SUBSTR function" and its neighbours).</summary>
static class DuckDbPatternFunctions
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["regexp_substr"] = Substr,
        ["regexp_count"] = call => call.Arguments.Count is >= 2 and <= 4
            ? call.With($"len(regexp_extract_all({From(call, position: 2)}, {Pattern(call, parameters: 3)}))")
            : null,
        ["regexp_replace"] = Replace,
        ["regexp_instr"] = Instr,
    };

    static Rewritten? Substr(FunctionCall call)
    {
        if (call.Arguments.Count is < 2 or > 5)
        {
            return null;
        }

        var source = From(call, position: 2);
        var occurrence = call.Arguments.Count > 3 ? call.Arguments[3].Text : "1";
        var group = Parameters(call, 4).Contains('e', StringComparison.Ordinal) ? ", 1" : "";
        var matches = $"regexp_extract_all({source}, {Pattern(call, parameters: 4)}{group})";
        return call.With($"CASE WHEN {source} IS NOT NULL THEN coalesce({matches}[{occurrence}], '') END");
    }

    static Rewritten? Replace(FunctionCall call)
    {
        if (call.Arguments.Count is < 2 or > 5)
        {
            return null;
        }

        var replacement = call.Arguments.Count > 2 ? call.Arguments[2].Text : "''";
        var replaced = $"regexp_replace({From(call, position: 3)}, {Pattern(call, parameters: 4)}, {replacement}, 'g')";
        return call.With(HasPosition(call, 3)
            ? $"(left({call.Arguments[0].Text}, {call.Arguments[3].Operand} - 1) || {replaced})"
            : replaced);
    }

    static Rewritten? Instr(FunctionCall call)
    {
        if (call.Arguments is not [var text, var pattern])
        {
            return null;
        }

        var match = $"regexp_extract({text.Text}, {pattern.Text})";
        return call.With($"CASE WHEN regexp_matches({text.Text}, {pattern.Text}) THEN strpos({text.Text}, {match}) ELSE 0 END");
    }

    static bool HasPosition(FunctionCall call, int position) => call.Arguments.Count > position && call.Arguments[position].Number != 1;

    static string From(FunctionCall call, int position) => HasPosition(call, position)
        ? $"substr({call.Arguments[0].Text}, {call.Arguments[position].Text})"
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
