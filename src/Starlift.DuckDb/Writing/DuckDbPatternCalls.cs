using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions of regular expressions (Amazon Redshift: "REGEXP_SUBSTR function" and its neighbours).</summary>
static class DuckDbPatternCalls
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "regexp_substr" => Substr,
        "regexp_count" => call => $"len(regexp_extract_all({From(call, position: 2)}, {Pattern(call, parameters: 3)}))",
        "regexp_replace" => Replace,
        "regexp_instr" => Instr,
        _ => null,
    };

    static Fragment Substr(CallText call)
    {
        var source = From(call, position: 2);
        var occurrence = call.Count > 3 ? call[3].Bare : Fragment.Of("1");
        var group = Parameters(call, 4).Contains('e', StringComparison.Ordinal) ? ", 1" : "";
        return $"CASE WHEN {source} IS NOT NULL THEN coalesce(regexp_extract_all({source}, {Pattern(call, parameters: 4)}{group})[{occurrence}], '') END";
    }

    static Fragment Replace(CallText call)
    {
        var replacement = call.Count > 2 ? call[2].Bare : Fragment.Of("''");
        Fragment replaced = $"regexp_replace({From(call, position: 3)}, {Pattern(call, parameters: 4)}, {replacement}, 'g')";
        return HasPosition(call, 3) ? $"(left({call[0].Bare}, {call[3]} - 1) || {replaced})" : replaced;
    }

    static Fragment Instr(CallText call)
    {
        if (call.Count > 2)
        {
            throw call.Refuse("REGEXP_INSTR with a position is not supported on DuckDB", "write REGEXP_INSTR(text, pattern)");
        }

        return $"CASE WHEN regexp_matches({call.List}) THEN strpos({call[0].Bare}, regexp_extract({call.List})) WHEN {call[0]} IS NOT NULL AND {call[1]} IS NOT NULL THEN 0 END";
    }

    static bool HasPosition(CallText call, int position) => call.Count > position && call.Number(position) != 1;

    static Fragment From(CallText call, int position) => HasPosition(call, position) ? $"substr({call[0].Bare}, {call[position].Bare})" : call[0].Bare;

    static Fragment Pattern(CallText call, int parameters) =>
        Parameters(call, parameters).Contains('i', StringComparison.Ordinal) ? $"('(?i)' || {call[1]})" : call[1].Bare;

    static string Parameters(CallText call, int index) => call.Text(index) ?? "";
}
