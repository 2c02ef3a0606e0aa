using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;

namespace Starlift.Sql.Writing;

/// <summary>Functions that every engine like PostgreSQL says the same way.</summary>
public static class SharedFunctions
{
    /// <summary>How the function is said; null where that depends on the engine.</summary>
    public static FunctionWriter? Find(string name) => name switch
    {
        "nvl2" => Nvl2,
        "nullif" => NullIf,
        "decode" => Decode,
        "concat" => call => ((Fragment)$"{call[0]} || {call[1]}").InBrackets(),
        "charindex" => call => $"strpos({call[1].Bare}, {call[0].Bare})",
        "length" => call => call.Named("length"),
        "bpcharcmp" or "interval_cmp" => Compare,
        _ when name.EndsWith("_cmp", StringComparison.Ordinal) || name.Contains("_cmp_", StringComparison.Ordinal) => Compare,
        "trim" or "btrim" => call => call.Named("btrim"),
        // clients look for these words; the number is no cluster's
        "version" => _ => Fragment.Of("'PostgreSQL 8.0.2 on Starlift, Redshift 1.0.0'"),
        // nothing was unloaded, and no query has a number
        "pg_last_unload_count" => _ => Fragment.Of("CAST(0 AS BIGINT)"),
        "pg_last_unload_id" or "pg_last_query_id" or "last_user_query_id" => _ => Fragment.Of("-1"),
        "slice_num" => _ => Fragment.Of("10000"),
        _ => null,
    };

    public static Fragment Nvl2(CallText call) => $"CASE WHEN {call[0]} IS NOT NULL THEN {call[1].Bare} ELSE {call[2].Bare} END";

    /// <summary>Compares as = does, which no engine's own NULLIF does: trailing blanks don't count.</summary>
    public static Fragment NullIf(CallText call) => $"CASE WHEN {call.Compare(0, 1, BinaryOperator.Equal)} THEN NULL ELSE {call[0].Bare} END";

    /// <summary>A number that says which of two values is less.</summary>
    static Fragment Compare(CallText call) =>
        $"CASE WHEN {call.Compare(0, 1, BinaryOperator.Less)} THEN -1 WHEN {call.Compare(0, 1, BinaryOperator.Greater)} THEN 1 WHEN {call.Compare(0, 1, BinaryOperator.Equal)} THEN 0 END";

    // each search is compared as = does, but NULL finds NULL
    public static Fragment Decode(CallText call)
    {
        var last = call.Count - 1;
        var branches = new List<Fragment>();
        for (var i = 1; i < last; i += 2)
        {
            Fragment test = call.Bound.Arguments[i] is BoundLiteral literal
                ? literal.IsNull ? $"{call[0]} IS NULL" : call.Compare(0, i, BinaryOperator.Equal)
                : (Fragment)$"({call.Compare(0, i, BinaryOperator.Equal)} OR {call[0]} IS NULL AND {call[i]} IS NULL)";
            branches.Add($" WHEN {test.Bare} THEN {call[i + 1].Bare}");
        }

        return $"CASE{Fragment.Join("", branches)}{(last % 2 == 1 ? $" ELSE {call[last].Bare}" : Fragment.Empty)} END";
    }
}
