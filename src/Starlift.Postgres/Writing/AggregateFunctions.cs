using Starlift.Sql.Meaning.Bound;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Aggregate and window functions (Amazon Redshift: "Aggregate functions", "Window functions").</summary>
static class AggregateFunctions
{
    public static IReadOnlyDictionary<string, FunctionWriter> All { get; } = new Dictionary<string, FunctionWriter>
    {
        ["any_value"] = call => $"(array_agg({call[0].Bare}){call.Over})[1]",
        ["avg"] = Average,
        ["sum"] = Sum,
        ["max"] = call => Extreme(call, "max"),
        ["min"] = call => Extreme(call, "min"),
        ["listagg"] = ListAgg,
        ["median"] = call => Percentile(call, Fragment.Of("0.5"), Continuous, call[0]),
        ["percentile_cont"] = call => Percentile(call, call[0].Bare, Continuous, null),
        ["percentile_disc"] = call => call.Bound.Over is null
            ? (Fragment)$"percentile_disc({call[0].Bare}) WITHIN GROUP (ORDER BY {call.Order})"
            : throw NoWindow(call),
        ["stddev_samp"] = Spread,
        ["stddev_pop"] = Spread,
        ["var_samp"] = Spread,
        ["var_pop"] = Spread,
        ["bool_and"] = Logical,
        ["bool_or"] = Logical,
        ["hll"] = call => $"count(DISTINCT {call.Keys})",
        ["rank"] = call => call.As(call.Aggregate("rank")),
        ["dense_rank"] = call => call.As(call.Aggregate("dense_rank")),
        ["ntile"] = call => call.As(call.Aggregate("ntile", $"CAST({call[0].Bare} AS integer)")),
        ["ratio_to_report"] = call => ((Fragment)$"CAST({call[0].Bare} AS double precision) / nullif(sum(CAST({call[0].Bare} AS double precision)){call.Over}, 0)").InBrackets(),
        ["lag"] = Nulls,
        ["lead"] = Nulls,
        ["first_value"] = Nulls,
        ["last_value"] = Nulls,
        ["nth_value"] = Nulls,
    };

    const string Continuous = "percentile_cont";

    // The average of integers is an integer in Redshift, and that of decimals has their scale: both are cut.
    static Fragment Average(CallText call)
    {
        var distinct = call.Bound.IsDistinct ? "DISTINCT " : "";
        var value = call.TypeOf(0).IsSuper ? Numbers(call) : call[0].Bare;
        Fragment sum = $"CAST(sum({distinct}{value}){call.Over} AS numeric)";
        Fragment count = $"nullif(count({distinct}{value}){call.Over}, 0)";
        return call.Type switch
        {
            { IsInteger: true } => call.As(PostgresWriter.Shifted(sum, count, 0)),
            { IsDecimal: true } => call.As(PostgresWriter.Shifted(sum, count, call.Type.Scale)),
            { IsSuper: true } => $"to_jsonb(trunc({sum} / {count}, scale({sum})))",
            _ => call.Aggregate("avg"),
        };
    }

    static Fragment Sum(CallText call) => call switch
    {
        { Type.IsSuper: true } => $"to_jsonb({call.Aggregate("sum", Numbers(call))})",
        { Type.IsFloat: true } => call.Aggregate("sum", $"CAST({call[0].Bare} AS double precision)"),
        { Type.IsDecimal: true } or { Type.IsInteger: true } => call.As(call.Aggregate("sum")),
        _ => call.Aggregate("sum"),
    };

    static Fragment Extreme(CallText call, string name) =>
        call.TypeOf(0).IsSuper ? $"to_jsonb({call.Aggregate(name, Numbers(call))})" : call.Aggregate(name);

    static Fragment Numbers(CallText call) =>
        $"CASE WHEN jsonb_typeof({call[0].Bare}) = 'number' THEN CAST({call[0]} #>> '{{}}' AS numeric) END";

    static Fragment Spread(CallText call) => call.As(call.Aggregate(call.Bound.Function.SameAs ?? call.Bound.Function.Name));

    static Fragment Logical(CallText call) =>
        call.Aggregate(call.Bound.Function.Name, call.TypeOf(0).IsInteger ? $"{call[0]} <> 0" : call[0].Bare);

    /// <summary>The most bytes of a LISTAGG.</summary>
    const int LongestList = 16_000_000;

    static Fragment ListAgg(CallText call)
    {
        var list = Listed(call);
        return $"CASE WHEN octet_length({list}) > {LongestList} THEN CAST({PostgresWriter.Failure(list, "Result size exceeds LISTAGG limit")} AS text) ELSE {list} END";
    }

    // empty texts are left out, as NULL is
    static Fragment Listed(CallText call)
    {
        var value = call.TypeOf(0).IsText && call.TypeOf(0).Kind == TypeKind.Varchar ? call[0].Bare : $"CAST({call[0].Bare} AS text)";
        var separator = call.Count > 1 ? call[1].Bare : Fragment.Of("''");
        Fragment filter = $" FILTER (WHERE {value} <> '')";
        if (call.Bound.Over is not null)
        {
            return call.Bound.WithinGroup.Count == 0
                ? (Fragment)$"string_agg({value}, {separator}){filter}{call.Over}"
                : throw call.Refuse("PostgreSQL orders no LISTAGG with OVER", "calculate it in a subquery with GROUP BY");
        }

        if (!call.Bound.IsDistinct)
        {
            return $"string_agg({value}, {separator}{Prefixed(call)}){filter}";
        }

        // trailing blanks make no value of their own; the order has to be that of the very values
        value = $"rtrim({value}, ' ')";
        var order = call.Bound.WithinGroup switch
        {
            [] => "",
            [var key] when BoundEquality.Same(key.Value, call.Bound.Arguments[0]) => key.Descending ? " DESC" : " ASC",
            _ => throw call.Refuse("PostgreSQL orders the values of LISTAGG(DISTINCT …) by themselves only", "order by the value that is listed"),
        };
        return order.Length == 0
            ? (Fragment)$"string_agg(DISTINCT {value}, {separator}){filter}"
            : $"string_agg(DISTINCT {value}, {separator} ORDER BY {value}{order}){filter}";
    }

    static Fragment Prefixed(CallText call) => call.Bound.WithinGroup.Count == 0 ? Fragment.Empty : $" ORDER BY {call.Order}";

    // PostgreSQL interpolates doubles only: dates are their seconds
    static Fragment Percentile(CallText call, Fragment share, string name, Fragment? value)
    {
        if (call.Bound.Over is not null)
        {
            throw NoWindow(call);
        }

        var isDate = call.Type.IsDateTime;
        var descending = call.Bound.WithinGroup is [{ Descending: true }] ? " DESC" : "";
        Fragment ordered = value ?? call.Ordered;
        Fragment key = isDate ? (Fragment)$"CAST(extract(epoch FROM {ordered.Bare}) AS double precision){descending}" : $"CAST({ordered.Bare} AS double precision){descending}";
        Fragment found = $"{name}({share}) WITHIN GROUP (ORDER BY {key})";
        return !isDate ? call.Type.IsDecimal ? $"trim_scale(CAST({found} AS numeric))" : call.As(found)
            : call.Type.Kind == TypeKind.TimestampTz ? $"to_timestamp({found})"
            : call.As($"to_timestamp({found}) AT TIME ZONE 'UTC'");
    }

    static Fragment Nulls(CallText call) => call.Bound.Nulls == NullTreatment.Ignore
        ? throw call.Refuse("PostgreSQL has no IGNORE NULLS", "leave rows with NULL out in a subquery")
        : call.Aggregate(call.Bound.Function.Name);

    static Sql.Text.SqlException NoWindow(CallText call) =>
        call.Refuse($"PostgreSQL has no {call.Bound.Function.Name.ToUpperInvariant()} with OVER", "calculate it in a subquery with GROUP BY");
}
