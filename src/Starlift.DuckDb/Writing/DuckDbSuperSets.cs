using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>
/// Aggregates of SUPER values. They are exact, as those of DECIMALs are, where no value needs an exponent or more digits than DuckDB adds up; else those of FLOATs
/// (Amazon Redshift: "Dynamic typing", "AVG function").
/// </summary>
static class DuckDbSuperSets
{
    /// <summary>Digits behind the point that are added up exactly.</summary>
    const int Scale = 12;

    /// <summary>SUM, MIN and MAX: the result has as many digits behind the point as the value that has most.</summary>
    public static Fragment Of(CallText call)
    {
        var name = call.Bound.Function.Name;
        return Chosen(call, Digits(call.Aggregate(name, Exact(call)), call.Aggregate("max", ScaleOf(call))), call.Aggregate(name, Double(call)));
    }

    /// <summary>AVG: cut behind as many digits as the value with most has.</summary>
    public static Fragment Average(CallText call)
    {
        // a whole number of the last place
        Fragment sum = $"CAST(replace(CAST({call.Aggregate("sum", Exact(call))} AS VARCHAR), '.', '') AS HUGEINT)";
        Fragment mean = $"({sum} // {call.Aggregate("count", Exact(call))})";
        Fragment value = $"CAST({mean} AS DECIMAL(38,0)) * CAST('0.{new string('0', Scale - 1)}1' AS DECIMAL({Scale + 1},{Scale}))";
        return Chosen(call, Digits(value, call.Aggregate("max", ScaleOf(call))), call.Aggregate("avg", Double(call)));
    }

    static Fragment Chosen(CallText call, Fragment exact, Fragment inexact) =>
        $"CASE WHEN {call.Aggregate("count", Exact(call))} = {call.Aggregate("count", Double(call))} THEN CAST({exact} AS JSON) ELSE starlift_super_float({inexact}) END";

    // a DECIMAL's text, cut behind so many digits and without a point where there are none
    static Fragment Digits(Fragment value, Fragment scale)
    {
        Fragment text = $"CAST({value} AS VARCHAR)";
        return $"rtrim(left({text}, length({text}) - {Scale} + CAST({scale} AS BIGINT)), '.')";
    }

    static Fragment Text(CallText call) => $"CAST({call[0].Bare} AS VARCHAR)";

    static Fragment Double(CallText call) =>
        $"CASE WHEN json_type({call[0].Bare}) IN ('BIGINT', 'UBIGINT', 'HUGEINT', 'DOUBLE') THEN CAST({Text(call)} AS DOUBLE) END";

    static Fragment Exact(CallText call) => $"CASE WHEN {IsExact(call)} THEN TRY_CAST({Text(call)} AS DECIMAL(38,{Scale})) END";

    static Fragment ScaleOf(CallText call) =>
        $"CASE WHEN {IsExact(call)} THEN CASE WHEN contains({Text(call)}, '.') THEN length({Text(call)}) - strpos({Text(call)}, '.') ELSE 0 END END";

    static Fragment IsExact(CallText call) => $"regexp_full_match({Text(call)}, '-?[0-9]{{1,26}}([.][0-9]{{1,{Scale}}})?')";
}
