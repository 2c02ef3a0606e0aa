namespace Starlift.DuckDb;

/// <summary>The last COPY of the session, kept in its variables (Amazon Redshift: "PG_LAST_COPY_ID", "PG_LAST_COPY_COUNT").</summary>
static class DuckDbLastCopy
{
    public const string Id = "starlift_copy_id";
    public const string Count = "starlift_copy_count";

    /// <summary>What the functions say from now on.</summary>
    public static string Remember(long id, long rows) => $"SET VARIABLE {Id} = {id}; SET VARIABLE {Count} = {rows}";
}
