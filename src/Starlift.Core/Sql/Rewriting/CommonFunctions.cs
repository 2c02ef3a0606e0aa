namespace Starlift.Sql.Rewriting;

/// <summary>Redshift's own functions that standard SQL says in other words (Amazon Redshift: "String functions", "Conditional expressions").</summary>
public static class CommonFunctions
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
        ["charindex"] = call => call.Arguments is [var part, var text] ? call.With($"strpos({text.Text}, {part.Text})") : null,
        ["replicate"] = call => call.Renamed("repeat"),
        ["concat"] = call => call.Arguments is [var left, var right] ? call.With($"({left.Operand} || {right.Operand})") : null,
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
}
