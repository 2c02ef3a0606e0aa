using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Functions that choose one of their arguments (Amazon Redshift: "Conditional expressions").</summary>
static class ConditionFunctions
{
    public static IReadOnlyDictionary<string, FunctionWriter> All { get; } = new Dictionary<string, FunctionWriter>
    {
        ["coalesce"] = call => call.Named("coalesce"),
        ["nvl2"] = SharedFunctions.Nvl2,
        ["nullif"] = SharedFunctions.NullIf,
        ["decode"] = Decode,
    };

    // each search is compared as = does, but NULL finds NULL
    static Fragment Decode(CallText call)
    {
        List<Fragment> parts = [];
        var last = call.Count - 1;
        for (var i = 1; i < last; i += 2)
        {
            Fragment test = call.Bound.Arguments[i] is BoundLiteral { Text: null }
                ? (Fragment)$"{call[0]} IS NULL"
                : $"({call.Compare(0, i, BinaryOperator.Equal)} OR {call[0]} IS NULL AND {call[i]} IS NULL)";
            parts.Add($" WHEN {test} THEN {call[i + 1].Bare}");
        }

        return last % 2 == 1 ? (Fragment)$"CASE{Fragment.Join("", parts)} ELSE {call[last].Bare} END" : $"CASE{Fragment.Join("", parts)} END";
    }
}
