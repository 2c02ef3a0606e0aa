namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "Window functions", those that need OVER.</summary>
static class WindowFunctions
{
    public static FunctionRow[] Rows =>
    [
        new("row_number", "-> bigint", "ROW_NUMBER window function") { Kind = FunctionKind.Window, Nulls = NullRule.Never },
        new("rank", "-> integer", "RANK window function") { Kind = FunctionKind.Window, Nulls = NullRule.Never },
        new("dense_rank", "-> integer", "DENSE_RANK window function") { Kind = FunctionKind.Window, Nulls = NullRule.Never },
        new("percent_rank", "-> double", "PERCENT_RANK window function") { Kind = FunctionKind.Window, Nulls = NullRule.Never },
        new("cume_dist", "-> double", "CUME_DIST window function") { Kind = FunctionKind.Window, Nulls = NullRule.Never },
        new("ntile", "bigint -> bigint", "NTILE window function") { Kind = FunctionKind.Window, Nulls = NullRule.Never },
        new("lag", "any, integer? -> $1", "LAG window function") { Kind = FunctionKind.Window, Nulls = NullRule.Own },
        new("lead", "any, integer? -> $1", "LEAD window function") { Kind = FunctionKind.Window, Nulls = NullRule.Own },
        new("first_value", "any -> $1", "FIRST_VALUE and LAST_VALUE window functions") { Kind = FunctionKind.Window, Nulls = NullRule.Own },
        new("last_value", "any -> $1", "FIRST_VALUE and LAST_VALUE window functions") { Kind = FunctionKind.Window, Nulls = NullRule.Own },
        new("nth_value", "any, integer -> $1", "NTH_VALUE window function") { Kind = FunctionKind.Window, Nulls = NullRule.Own },
        new("ratio_to_report", "number -> double", "RATIO_TO_REPORT window function") { Kind = FunctionKind.Window },
    ];
}
