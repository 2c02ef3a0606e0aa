using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Aggregate and window functions (Amazon Redshift: "Aggregate functions", "Window functions").</summary>
static class DuckDbSetFunctions
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "sum" => call => call.Type.IsSuper ? DuckDbSuperSets.Of(call) : Sum(call),
        "avg" => Average,
        "min" or "max" => call => call.Type.IsSuper ? DuckDbSuperSets.Of(call) : call.Aggregate(call.Bound.Function.Name),
        "listagg" => ListAgg,
        "median" => call => Continuous(call, call[0], Fragment.Of("0.5"), isDescending: false),
        "percentile_cont" => call => Continuous(call, Key(call), call[0], call.Bound.WithinGroup[0].Descending),
        "percentile_disc" => Discrete,
        "bool_and" or "bool_or" => call => call.Aggregate(call.Bound.Function.Name, call.TypeOf(0).IsInteger ? $"{call[0]} <> 0" : call[0]),
        "ratio_to_report" => call => $"(CAST({call[0].Bare} AS DOUBLE) / sum({call[0].Bare}){call.Over})",
        "first_value" or "last_value" or "nth_value" or "lag" or "lead" => Nulls,
        "hll" => call => $"count(DISTINCT {call.Keys}){call.Over}",
        "grouping" => call => call.Named("grouping"),
        _ => null,
    };

    // DuckDB's sum of integers is a HUGEINT
    static Fragment Sum(CallText call) => call.Type.IsInteger ? call.As(call.Aggregate("sum")) : call.Aggregate("sum");

    // averages of integers and DECIMALs are cut, and are exact
    static Fragment Average(CallText call)
    {
        if (call.Type.IsSuper)
        {
            return DuckDbSuperSets.Average(call);
        }

        if (call.Type.IsInteger)
        {
            return call.As($"{call.Aggregate("sum")} // {call.Aggregate("count")}");
        }

        if (!call.Type.IsDecimal)
        {
            return call.Aggregate("avg");
        }

        var scale = call.Type.Scale;
        var digits = scale == 0
            ? (Fragment)$"CAST({call.Aggregate("sum")} AS HUGEINT)"
            : $"CAST({call.Aggregate("sum")} * CAST(1{new string('0', scale)} AS DECIMAL({scale + 1},0)) AS HUGEINT)";
        Fragment quotient = $"CAST({digits} // {call.Aggregate("count")} AS DECIMAL(38,0))";
        return call.As(scale == 0 ? quotient : $"{quotient} * CAST('0.{new string('0', scale - 1)}1' AS DECIMAL({scale + 1},{scale}))");
    }

    /// <summary>The most bytes of a LISTAGG.</summary>
    const int LongestList = 16_000_000;

    // NULLs and empty texts are left out
    static Fragment ListAgg(CallText call)
    {
        var delimiter = call.Count > 1 ? call[1].Bare : Fragment.Of("''");
        if (call.Bound.IsDistinct)
        {
            return Distinct(call, delimiter);
        }

        var order = call.Order.IsEmpty ? Fragment.Empty : $" ORDER BY {call.Order}";
        var list = call.Aggregate("string_agg", $"nullif(CAST({call[0].Bare} AS VARCHAR), ''), {delimiter}{order}");
        return $"CASE WHEN strlen({list}) > {LongestList} THEN error('Result size exceeds LISTAGG limit') ELSE {list} END";
    }

    // what is different is a text without the blanks behind it; DuckDB orders such only by itself
    static Fragment Distinct(CallText call, Fragment delimiter)
    {
        Fragment value = call.TypeOf(0).IsText ? $"rtrim({call[0].Bare}, ' ')" : call[0].Bare;
        var direction = call.Bound.WithinGroup switch
        {
            [] => null,
            [var only] when BoundEquality.Same(only.Value, call.Bound.Arguments[0]) => only.Descending ? "DESC" : "ASC",
            _ => throw call.Refuse("LISTAGG(DISTINCT x) can be ordered by x only on DuckDB", "write within group (order by x)"),
        };
        Fragment list = $"list(DISTINCT {value}){call.Over}";
        Fragment sorted = direction is null ? list : $"list_sort({list}, '{direction}')";
        return $"nullif(array_to_string(list_transform({sorted}, lambda starlift_e: nullif(CAST(starlift_e AS VARCHAR), '')), {delimiter}), '')";
    }

    static Fragment Key(CallText call) => call.Bound.WithinGroup is [var order, ..]
        ? call.Written(order.Value)
        : throw call.Refuse("a percentile needs WITHIN GROUP (ORDER BY …)", "write percentile_cont(0.5) within group (order by x)");

    static Fragment Continuous(CallText call, Fragment value, Fragment fraction, bool isDescending)
    {
        var text = call.Aggregate("quantile_cont", $"{(call.Type.IsDecimal ? $"CAST({value.Bare} AS DOUBLE)" : value.Bare)}, {(isDescending ? $"1 - {fraction}" : fraction.Bare)}");
        return call.Type.IsNumber ? text : call.As(text);
    }

    static Fragment Discrete(CallText call)
    {
        var order = call.Bound.WithinGroup[0];
        return call.Aggregate("quantile_disc", $"{Key(call).Bare}, {(order.Descending ? $"1 - {call[0]}" : call[0].Bare)}");
    }

    static Fragment Nulls(CallText call)
    {
        var nulls = call.Bound.Nulls == NullTreatment.Ignore ? " IGNORE NULLS" : "";
        return $"{call.Bound.Function.Name}({call.List}{nulls}){call.Over}";
    }
}
