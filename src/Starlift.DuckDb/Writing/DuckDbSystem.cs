using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions of the session (Amazon Redshift: "System information functions").</summary>
static class DuckDbSystem
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "pg_last_copy_id" => _ => Fragment.Of($"coalesce(getvariable('{DuckDbLastCopy.Id}'), -1)"),
        "pg_last_copy_count" => _ => Fragment.Of($"coalesce(getvariable('{DuckDbLastCopy.Count}'), 0)"),
        "db_collation" => _ => Fragment.Of("'case_sensitive'"),
        _ => null,
    };
}
