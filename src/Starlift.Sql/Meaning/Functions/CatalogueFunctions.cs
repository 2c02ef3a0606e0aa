namespace Starlift.Sql.Meaning.Functions;

/// <summary>Functions of PostgreSQL 8.0 that clients and queries of the system tables use; the leader node knows them (Amazon Redshift: "Querying the catalog tables").</summary>
static class CatalogueFunctions
{
    public static FunctionRow[] Rows =>
    [
        Row("format_type", "oid, integer -> varchar"),
        Row("format_encoding", "integer -> varchar"),
        Row("pg_get_userbyid", "integer -> name | oid -> name"),
        Row("pg_table_is_visible", "oid -> boolean"),
        Row("pg_type_is_visible", "oid -> boolean"),
        Row("pg_function_is_visible", "oid -> boolean"),
        Row("obj_description", "oid, text? -> varchar"),
        Row("col_description", "oid, integer -> varchar"),
        Row("pg_get_viewdef", "oid, boolean? -> varchar | text, boolean? -> varchar"),
        Row("pg_get_expr", "text, oid, boolean? -> varchar"),
        Row("pg_get_constraintdef", "oid, boolean? -> varchar"),
        Row("pg_get_indexdef", "oid, integer?, boolean? -> varchar"),
        Row("pg_get_function_result", "oid -> varchar"),
        Row("pg_get_function_arguments", "oid -> varchar"),
        Row("pg_get_function_identity_arguments", "oid -> varchar"),
        Row("pg_operator_is_visible", "oid -> boolean"),
        Row("pg_tablespace_location", "oid -> varchar"),
        Row("pg_get_ruledef", "oid, boolean? -> varchar"),
        Row("pg_encoding_to_char", "integer -> name"),
        Row("array_to_string", "any, text -> varchar"),
        Row("array_upper", "any, integer -> integer"),
        Row("array_lower", "any, integer -> integer"),
        Row("oidvectortypes", "any -> varchar"),
        Row("txid_current", "-> bigint"),
        Row("inet_server_addr", "-> varchar"),
        Row("inet_client_addr", "-> varchar"),
        Row("pg_client_encoding", "-> name"),
        Row("has_function_privilege", "text, text -> boolean | text, text, text -> boolean | oid, text -> boolean"),
        Row("has_language_privilege", "text, text -> boolean | text, text, text -> boolean"),
        Row("generate_series", "integer, integer, integer? -> integer | bigint, bigint, bigint? -> bigint | timestamp, timestamp, interval -> timestamp") with { Kind = FunctionKind.Rows },
        Row("pg_timezone_names", "-> record") with { Kind = FunctionKind.Rows },
        Row("pg_timezone_abbrevs", "-> record") with { Kind = FunctionKind.Rows },
        Row("pg_get_cols", "text -> record") with { Kind = FunctionKind.Rows },
        Row("pg_get_late_binding_view_cols", "-> record") with { Kind = FunctionKind.Rows },
        Row("pg_get_session_roles", "-> record") with { Kind = FunctionKind.Rows },
        Row("pg_get_grantee_by_iam_role", "text -> record") with { Kind = FunctionKind.Rows },
        Row("pg_get_iam_role_by_user", "text -> record") with { Kind = FunctionKind.Rows },
    ];

    static FunctionRow Row(string name, string signatures) =>
        new(name, signatures, "PostgreSQL 8.0, System Information Functions") { RunsOn = RunsOn.Leader, Volatility = Volatility.Stable };
}
