namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Aggregate functions", "Bit-wise aggregate functions", "HyperLogLog functions". Each is a window function too.</summary>
static class AggregateFunctions
{
    const FunctionKind Both = FunctionKind.Aggregate | FunctionKind.Window;

    const string OrderedOnes = "integer -> $1 | bigint -> $1 | smallint -> $1 | decimal -> $1 | real -> $1 | double -> $1 | text -> $1 | date -> $1 "
        + "| timestamp -> $1 | timestamptz -> $1 | time -> $1 | timetz -> $1 | interval -> $1 | varbyte -> $1 | super -> $1 | oid -> $1";

    const string Averaged = "number -> sum | super -> super";

    const string Medians = "double, number -> median | double, date -> date | double, timestamp -> timestamp | double, timestamptz -> timestamptz";

    public static FunctionRow[] Rows =>
    [
        new("any_value", "any -> $1", "ANY_VALUE function") { Kind = Both, Nulls = NullRule.Skips },
        new("avg", Averaged, "AVG function") { Kind = Both, Nulls = NullRule.Skips },
        new("sum", Averaged + " | interval -> interval", "SUM function") { Kind = Both, Nulls = NullRule.Skips },
        new("count", "any? -> bigint", "COUNT function") { Kind = Both, Nulls = NullRule.Never },
        new("max", OrderedOnes, "MAX function") { Kind = Both, Nulls = NullRule.Skips },
        new("min", OrderedOnes, "MIN function") { Kind = Both, Nulls = NullRule.Skips },
        new("listagg", "any, text? -> varchar(max)", "LISTAGG function") { Kind = Both, Nulls = NullRule.Skips },
        new("median", "number -> median | date -> date | timestamp -> timestamp | timestamptz -> timestamptz", "MEDIAN function") { Kind = Both, Nulls = NullRule.Skips },
        new("percentile_cont", Medians, "PERCENTILE_CONT function") { Kind = Both, Nulls = NullRule.Skips, OrdersArgument = true },
        new("percentile_disc", "double, any -> $2", "PERCENTILE_DISC window function") { Kind = Both, Nulls = NullRule.Skips, OrdersArgument = true },
        new("stddev", "number -> double", "STDDEV_SAMP and STDDEV_POP functions") { Kind = Both, Nulls = NullRule.Skips, SameAs = "stddev_samp" },
        new("stddev_samp", "number -> double", "STDDEV_SAMP and STDDEV_POP functions") { Kind = Both, Nulls = NullRule.Skips },
        new("stddev_pop", "number -> double", "STDDEV_SAMP and STDDEV_POP functions") { Kind = Both, Nulls = NullRule.Skips },
        new("variance", "number -> double", "VAR_SAMP and VAR_POP functions") { Kind = Both, Nulls = NullRule.Skips, SameAs = "var_samp" },
        new("var_samp", "number -> double", "VAR_SAMP and VAR_POP functions") { Kind = Both, Nulls = NullRule.Skips },
        new("var_pop", "number -> double", "VAR_SAMP and VAR_POP functions") { Kind = Both, Nulls = NullRule.Skips },
        new("bit_and", "int -> $1", "BIT_AND function") { Kind = Both, Nulls = NullRule.Skips },
        new("bit_or", "int -> $1", "BIT_OR function") { Kind = Both, Nulls = NullRule.Skips },
        new("bool_and", "boolean -> boolean | int -> boolean", "BOOL_AND function") { Kind = Both, Nulls = NullRule.Skips },
        new("bool_or", "boolean -> boolean | int -> boolean", "BOOL_OR function") { Kind = Both, Nulls = NullRule.Skips },
        new("grouping", "any... -> integer", "Aggregation extensions") { Kind = FunctionKind.Aggregate, Nulls = NullRule.Never },
        new("grouping_id", "any... -> integer", "Aggregation extensions") { Kind = FunctionKind.Aggregate, Nulls = NullRule.Never, SameAs = "grouping" },
        new("hll", "any -> bigint", "HLL function") { Kind = FunctionKind.Aggregate, Nulls = NullRule.Never },
        new("hll_create_sketch", "any -> hllsketch", "HLL_CREATE_SKETCH function") { Kind = FunctionKind.Aggregate, Nulls = NullRule.Skips },
        new("hll_combine", "hllsketch -> hllsketch", "HLL_COMBINE function") { Kind = FunctionKind.Aggregate, Nulls = NullRule.Skips },
        new("hll_cardinality", "hllsketch -> bigint", "HLL_CARDINALITY function"),
        new("hll_combine_sketches", "hllsketch, hllsketch -> hllsketch", "HLL_COMBINE_SKETCHES function"),
    ];
}
