using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>Aggregate and window functions (Amazon Redshift: "Aggregate functions", "Window functions").</summary>
static class DuckDbAggregates
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["listagg"] = ListAgg,
        ["avg"] = Average,
        ["ratio_to_report"] = call => call.Arguments is [var value]
            ? call.WithAll($"(CAST({value.Operand} AS DOUBLE) / sum({value.Text}){call.Clauses})")
            : null,
        ["percentile_cont"] = call => Percentile(call, "quantile_cont"),
        ["percentile_disc"] = call => Percentile(call, "quantile_disc"),
        ["first_value"] = NullsInside,
        ["last_value"] = NullsInside,
        ["nth_value"] = NullsInside,
        ["lag"] = NullsInside,
        ["lead"] = NullsInside,
    };

    static Rewritten? ListAgg(FunctionCall call)
    {
        if (call.Arguments.Count is 0 or > 2)
        {
            return null;
        }

        var delimiter = call.Arguments.Count == 2 ? call.Arguments[1].Text : "''";
        var order = call.WithinGroup is { } group ? $" {group.Text}" : "";
        return call.WithAll($"string_agg({Distinct(call)}{call.Arguments[0].Text}, {delimiter}{order}){call.Clauses}");
    }

    // the average of integers is an integer in Redshift, and so is the quotient of integers
    static Rewritten? Average(FunctionCall call) => call.Arguments is [var value]
        ? call.WithAll($"(sum({Distinct(call)}{value.Text}){call.Clauses} / count({Distinct(call)}{value.Text}){call.Clauses})")
        : null;

    // DuckDB knows WITHIN GROUP only without OVER
    static Rewritten? Percentile(FunctionCall call, string name)
    {
        if (call is not { Arguments: [var fraction], WithinGroup: { } group, HasOver: true } || group.SplitAt("by") is not { After: var order })
        {
            return null;
        }

        var arguments = order.SplitAt("desc") is { } descending
            ? $"{descending.Before.Text}, 1 - {fraction.Operand}"
            : $"{order.Text}, {fraction.Text}";
        return call.WithAll($"{name}({arguments}){call.Clauses}");
    }

    static Rewritten? NullsInside(FunctionCall call) => call.Nulls.Length > 0
        ? call.WithAll($"{call.Name}({string.Join(", ", call.Arguments.Select(argument => argument.Text))}{call.Nulls}){call.Clauses}")
        : null;

    static string Distinct(FunctionCall call) => call.Distinct ? "DISTINCT " : "";
}
