namespace Starlift.Sql.Meaning.Functions;

/// <summary>Amazon Redshift: "System administration functions", "System information functions".</summary>
static class SystemFunctions
{
    const string Privilege = "text, text -> boolean | text, text, text -> boolean | oid, text -> boolean";

    public static FunctionRow[] Rows =>
    [
        Stable("current_database", "-> varchar", "CURRENT_DATABASE"),
        Leader("current_schema", "-> varchar", "CURRENT_SCHEMA"),
        Leader("current_schemas", "boolean -> array", "CURRENT_SCHEMAS"),
        Stable("current_user", "-> varchar", "CURRENT_USER") with { Bare = true },
        Stable("user", "-> varchar", "USER") with { Bare = true, ColumnName = "current_user", SameAs = "current_user" },
        Stable("session_user", "-> varchar", "SESSION_USER") with { Bare = true },
        Stable("current_user_id", "-> integer", "CURRENT_USER_ID") with { Bare = true },
        Stable("current_aws_account", "-> integer", "CURRENT_AWS_ACCOUNT") with { Bare = true },
        Stable("current_namespace", "-> varchar", "CURRENT_NAMESPACE") with { Bare = true },
        Stable("current_session_arn", "-> varchar", "CURRENT_SESSION_ARN") with { Bare = true },
        Stable("default_iam_role", "-> varchar", "DEFAULT_IAM_ROLE"),
        Stable("get_mounted_role", "-> varchar", "GET_MOUNTED_ROLE"),
        Stable("db_collation", "-> varchar", "DB_COLLATION"),
        Leader("has_schema_privilege", Privilege, "HAS_SCHEMA_PRIVILEGE"),
        Leader("has_table_privilege", Privilege, "HAS_TABLE_PRIVILEGE"),
        Leader("has_database_privilege", Privilege, "HAS_DATABASE_PRIVILEGE"),
        Stable("has_assumerole_privilege", "text, text -> boolean | text, text, text -> boolean", "HAS_ASSUMEROLE_PRIVILEGE"),
        Stable("user_is_member_of", "text, text? -> boolean", "USER_IS_MEMBER_OF"),
        Stable("role_is_member_of", "text, text -> boolean", "ROLE_IS_MEMBER_OF"),
        Stable("pg_backend_pid", "-> integer", "PG_BACKEND_PID"),
        Stable("pg_last_copy_count", "-> bigint", "PG_LAST_COPY_COUNT"),
        Stable("pg_last_copy_id", "-> integer", "PG_LAST_COPY_ID"),
        Stable("pg_last_unload_count", "-> bigint", "PG_LAST_UNLOAD_COUNT"),
        Stable("pg_last_unload_id", "-> integer", "PG_LAST_UNLOAD_ID"),
        Stable("pg_last_query_id", "-> integer", "PG_LAST_QUERY_ID"),
        Stable("last_user_query_id", "-> integer", "LAST_USER_QUERY_ID"),
        Stable("slice_num", "-> integer", "SLICE_NUM"),
        Leader("version", "-> varchar", "VERSION"),
        Stable("current_setting", "text, boolean? -> varchar", "CURRENT_SETTING"),
        new("set_config", "text, text, boolean -> varchar", "SET_CONFIG") { Volatility = Volatility.Volatile },
        new("pg_cancel_backend", "integer -> integer", "PG_CANCEL_BACKEND") { Volatility = Volatility.Volatile },
        new("pg_terminate_backend", "integer -> integer", "PG_TERMINATE_BACKEND") { Volatility = Volatility.Volatile },
        new("reboot_cluster", "-> integer", "REBOOT_CLUSTER") { Volatility = Volatility.Volatile },
        new("change_query_priority", "integer, text -> varchar", "CHANGE_QUERY_PRIORITY") { Volatility = Volatility.Volatile },
        new("change_session_priority", "integer, text -> varchar", "CHANGE_SESSION_PRIORITY") { Volatility = Volatility.Volatile },
        new("change_user_priority", "text, text -> varchar", "CHANGE_USER_PRIORITY") { Volatility = Volatility.Volatile },
    ];

    static FunctionRow Stable(string name, string signatures, string page) => new(name, signatures, page + " function") { Volatility = Volatility.Stable };

    static FunctionRow Leader(string name, string signatures, string page) => Stable(name, signatures, page) with { RunsOn = RunsOn.Leader };
}
