using Starlift.Sql.Rewriting;

namespace Starlift.Postgres;

/// <summary>Aggregate and window functions (Amazon Redshift: "Aggregate functions", "Window functions").</summary>
static class PostgresAggregates
{
    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["listagg"] = ListAgg,
        ["median"] = call => call is { Arguments: [var value], HasOver: false }
            ? call.With($"percentile_cont(0.5) WITHIN GROUP (ORDER BY {value.Text})")
            : call.HasOver ? throw NoWindow(call) : null,
        ["ratio_to_report"] = call => call.Arguments is [var value]
            ? call.WithAll($"(CAST({value.Operand} AS double precision) / sum({value.Text}){call.Clauses})")
            : null,
        ["percentile_cont"] = call => call.HasOver ? throw NoWindow(call) : null,
        ["percentile_disc"] = call => call.HasOver ? throw NoWindow(call) : null,
        ["first_value"] = Nulls,
        ["last_value"] = Nulls,
        ["nth_value"] = Nulls,
        ["lag"] = Nulls,
        ["lead"] = Nulls,
    };

    /// <summary>The average of integers is an integer in Redshift, and so is the quotient of integers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="value">Its argument.</param>
    /// <param name="isBigInt">The argument is a BIGINT, whose sum is a numeric here.</param>
    public static Rewritten Average(FunctionCall call, Argument value, bool isBigInt)
    {
        var distinct = call.Distinct ? "DISTINCT " : "";
        var average = $"(sum({distinct}{value.Text}){call.Clauses} / count({distinct}{value.Text}){call.Clauses})";
        return call.WithAll(isBigInt ? $"CAST(trunc{average} AS bigint)" : average);
    }

    static Rewritten? ListAgg(FunctionCall call)
    {
        if (call.Arguments.Count is 0 or > 2)
        {
            return null;
        }

        var value = $"CAST({call.Arguments[0].Text} AS text)";
        var delimiter = call.Arguments.Count == 2 ? call.Arguments[1].Text : "''";
        // with DISTINCT the order has to be that of the very values
        var order = call.WithinGroup is not { } group ? ""
            : call.Distinct ? $" ORDER BY {value}{(group.SplitAt("desc") is null ? "" : " DESC")}"
            : $" {group.Text}";
        return call.WithAll($"string_agg({(call.Distinct ? "DISTINCT " : "")}{value}, {delimiter}{order}){call.Clauses}");
    }

    static Rewritten? Nulls(FunctionCall call) => call.Nulls.Length == 0 ? null
        : call.Nulls.Contains("ignore", StringComparison.OrdinalIgnoreCase)
            ? throw call.Error("PostgreSQL has no IGNORE NULLS", "leave rows with NULL out in a subquery")
            : call.WithAll($"{call.Name}({string.Join(", ", call.Arguments.Select(argument => argument.Text))}){call.Clauses}");

    static Errors.ConfigurationException NoWindow(FunctionCall call) =>
        call.Error($"PostgreSQL has no {call.Name.ToUpperInvariant()} with OVER", "calculate it in a subquery with GROUP BY");
}
