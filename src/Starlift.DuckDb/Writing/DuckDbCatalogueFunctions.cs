using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing;

/// <summary>Functions that look into pg_catalog, as queries of what stands for it (PostgreSQL 8.0: "System information functions").</summary>
/// <param name="views">What stands for it.</param>
/// <param name="session">Who asks.</param>
sealed class DuckDbCatalogueFunctions(DuckDbSystemViews views, DuckDbSessionValues session)
{
    /// <summary>How the function is said; null of what is none of these.</summary>
    public FunctionWriter? Find(string name) => name switch
    {
        "current_user" or "session_user" => _ => Fragment.Of(session.User),
        "current_database" => _ => Fragment.Of(session.Database),
        "pg_backend_pid" => _ => Fragment.Of(session.Process),
        "current_user_id" => _ => Fragment.Of(DuckDbLeaderTables.UserNumber),
        "current_schema" => call => Fragment.Of(views.FirstOfPath),
        "current_schemas" => call => Fragment.Of(views.Path(call.Text(0) == "true" ? ["pg_catalog"] : [])),
        "pg_get_userbyid" => call => $"CASE {call[0]} WHEN {DuckDbLeaderTables.UserNumber} THEN {session.User} WHEN 1 THEN 'rdsdb' ELSE 'unknown (OID=' || {call[0]} || ')' END",
        "pg_table_is_visible" => call => Looked(call[0], Visible(), views.Tables, "starlift_r.table_id"),
        "pg_type_is_visible" or "pg_function_is_visible" or "pg_operator_is_visible" => call => $"({call[0]} IS NOT NULL)",
        "obj_description" => call => Looked(call[0], "starlift_r.description", Table("pg_description", "objsubid = 0"), "starlift_r.objoid"),
        "col_description" => call => Looked(call[0], "starlift_r.description", Table("pg_description", "objsubid > 0"), "starlift_r.objoid", $" AND starlift_r.objsubid = {call[1]}"),
        "pg_get_viewdef" => call => call.TypeOf(0).IsText || call.TypeOf(0).IsUnknown
            ? Looked(views.RelationOf(call[0]), "starlift_r.definition", views.Tables, "starlift_r.table_id")
            : Looked(call[0], "starlift_r.definition", views.Tables, "starlift_r.table_id"),
        "pg_get_expr" => call => call[0],
        "pg_get_constraintdef" => call => Looked(call[0], "starlift_r.consrc", Table("pg_constraint", "true"), "starlift_r.oid"),
        "pg_get_indexdef" or "pg_get_ruledef" or "pg_get_function_result" or "pg_get_function_arguments" or "pg_get_function_identity_arguments" or "pg_tablespace_location"
            or "inet_server_addr" or "inet_client_addr" => _ => Fragment.Of("CAST(NULL AS VARCHAR)"),
        "oidvectortypes" => _ => Fragment.Of("''"),
        "pg_encoding_to_char" => call => $"CASE {call[0]} WHEN 6 THEN 'UNICODE' ELSE '' END",
        "pg_client_encoding" => _ => Fragment.Of("'UTF8'"),
        "format_type" => DuckDbTypeNumbers.Format,
        "format_encoding" => DuckDbEncodings.Format,
        "array_to_string" => call => $"array_to_string({call[0].Bare}, {call[1].Bare})",
        "array_upper" => call => $"CASE WHEN len({call[0].Bare}) > 0 THEN CAST(len({call[0].Bare}) AS INTEGER) END",
        "array_lower" => call => $"CASE WHEN len({call[0].Bare}) > 0 THEN 1 END",
        // there is one user, and all is its own
        "has_table_privilege" or "has_schema_privilege" or "has_database_privilege" or "has_function_privilege" or "has_language_privilege" => call => $"({call[call.Count - 2]} IS NOT NULL)",
        "generate_series" => call => call.As($"unnest({call.Named("generate_series")})"),
        _ => null,
    };

    string Table(string name, string condition) => $"SELECT * FROM ({views.Query("pg_catalog", name)}) AS starlift_all WHERE {condition}";

    // one row, or none
    static Fragment Looked(Fragment number, string value, string rows, string key, Fragment? more = null) =>
        $"(SELECT max({value}) FROM ({rows}) AS starlift_r WHERE {key} = {number}{more ?? Fragment.Empty})";

    // A table hides others of its name in schemas behind its own, a temporary one all of them.
    string Visible() =>
        $"starlift_r.table_schema = '{DuckDbSystemViews.TemporarySchema}' OR (starlift_r.table_schema IN ({views.PathNames}) AND starlift_r.table_name NOT IN (SELECT table_name FROM duckdb_tables() WHERE temporary){views.IsNearest("starlift_r")})";
}
