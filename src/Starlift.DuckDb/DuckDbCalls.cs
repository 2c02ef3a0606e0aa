using System.Collections.Frozen;
using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Calls of functions that DuckDB has not, or has otherwise.</summary>
static class DuckDbCalls
{
    static readonly FrozenDictionary<string, FunctionRewrite> Functions = CommonFunctions.All
        .Concat(DuckDbTextFunctions.All)
        .Concat(DuckDbPatternFunctions.All)
        .Concat(DuckDbDateFunctions.All)
        .Concat(DuckDbNumberFunctions.All)
        .Concat(DuckDbAggregates.All)
        .Concat(DuckDbJsonFunctions.All)
        .Concat(DuckDbLastCopy.All)
        .ToFrozenDictionary();

    public static Rewritten? Apply(SqlRewriter sql, int index, int end)
    {
        if (FunctionCall.At(sql, index, end) is not { } call)
        {
            return null;
        }

        return call.Name switch
        {
            "cast" => DuckDbCasts.All.Cast(call, sql.Tokens),
            "convert" => DuckDbCasts.All.Convert(call, sql.Tokens),
            var name => Functions.GetValueOrDefault(name)?.Invoke(call),
        };
    }
}
