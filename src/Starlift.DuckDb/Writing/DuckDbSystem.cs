using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions of the session (Amazon Redshift: "System information functions").</summary>
static class DuckDbSystem
{
    // the schemas that names are looked up in, as an array's text
    static string Schemas(CallText call)
    {
        var path = call.Settings["search_path"]!.Split(',').Select(schema => schema.Trim(' ', '"')).Where(schema => schema != "$user");
        return $"{{{string.Join(',', call.Text(0) == "true" ? path.Prepend("pg_catalog") : path)}}}";
    }

    public static FunctionWriter? Find(string name) => name switch
    {
        "pg_last_copy_id" => _ => Fragment.Of($"coalesce(getvariable('{DuckDbLastCopy.Id}'), -1)"),
        "pg_last_copy_count" => _ => Fragment.Of($"coalesce(getvariable('{DuckDbLastCopy.Count}'), 0)"),
        "current_user" or "session_user" => _ => Fragment.Of("current_user()"),
        "current_schema" => _ => Fragment.Of("CASE current_schema() WHEN 'main' THEN 'public' ELSE current_schema() END"),
        "current_schemas" => call => Fragment.Of(DuckDbName.Literal(Schemas(call))),
        "current_user_id" => _ => Fragment.Of("100"),
        "db_collation" => _ => Fragment.Of("'case_sensitive'"),
        "pg_backend_pid" => _ => Fragment.Of(Environment.ProcessId.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        "format_type" => DuckDbSystemViews.Format,
        _ => null,
    };
}
