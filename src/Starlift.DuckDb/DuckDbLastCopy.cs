using Starlift.Sql.Rewriting;

namespace Starlift.DuckDb;

/// <summary>The last COPY of the session, kept in its variables (Amazon Redshift: "PG_LAST_COPY_ID", "PG_LAST_COPY_COUNT").</summary>
static class DuckDbLastCopy
{
    const string Id = "starlift_copy_id";
    const string Count = "starlift_copy_count";

    public static readonly IReadOnlyDictionary<string, FunctionRewrite> All = new Dictionary<string, FunctionRewrite>
    {
        ["pg_last_copy_id"] = call => call.With($"coalesce(getvariable('{Id}'), -1)"),
        ["pg_last_copy_count"] = call => call.With($"coalesce(getvariable('{Count}'), 0)"),
    };

    /// <summary>What the functions say from now on.</summary>
    public static string Remember(long id, long rows) => $"SET VARIABLE {Id} = {id}; SET VARIABLE {Count} = {rows}";
}
