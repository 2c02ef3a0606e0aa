using Starlift.Sql.Meaning.Catalogues;
using Starlift.Sql.Writing;

namespace Starlift.Postgres.Writing;

/// <summary>Functions of the system (Amazon Redshift: "System information functions"), and those that PostgreSQL has not.</summary>
static class SystemFunctions
{
    public static IReadOnlyDictionary<string, FunctionWriter> All { get; } = new Dictionary<string, FunctionWriter>
    {
        ["current_user"] = call => Fragment.Of(User(call.Settings)),
        ["session_user"] = call => Fragment.Of(User(call.Settings)),
        ["current_database"] = call => Fragment.Of(Database(call.Settings)),
        ["current_user_id"] = _ => Fragment.Of("(SELECT CAST(usesysid AS integer) FROM pg_user WHERE usename = current_user)"),
        ["db_collation"] = _ => Fragment.Of("CAST('case_sensitive' AS text)"),
        ["pg_last_copy_id"] = _ => Fragment.Of("coalesce(CAST(nullif(current_setting('starlift.copy_id', true), '') AS integer), -1)"),
        ["pg_last_copy_count"] = _ => Fragment.Of("coalesce(CAST(nullif(current_setting('starlift.copy_count', true), '') AS bigint), 0)"),
        // the catalogue's expressions are texts already, and no column is compressed
        ["pg_get_expr"] = call => call[0],
        ["format_encoding"] = _ => Fragment.Of("CAST('none' AS text)"),
        ["pg_cancel_backend"] = call => call.As(call.Named("pg_cancel_backend")),
        ["pg_terminate_backend"] = call => call.As(call.Named("pg_terminate_backend")),
        ["current_schemas"] = call => $"CAST(current_schemas({call[0].Bare}) AS text[])",
    };

    /// <summary>The user of the session, an expression.</summary>
    public static string User(SessionSettings settings) => settings["session_authorization"] is { Length: > 0 } name ? $"CAST({Quoting.Literal(name)} AS text)" : "CAST(current_user AS text)";

    /// <summary>The database as the client knows it, an expression.</summary>
    public static string Database(SessionSettings settings) => settings[SessionParameters.Database] is { Length: > 0 } name ? $"CAST({Quoting.Literal(name)} AS text)" : "CAST(current_database() AS text)";

    /// <summary>Functions for which PostgreSQL has nothing.</summary>
    public static IReadOnlySet<string> Missing { get; } = new HashSet<string>
    {
        "crc32", "soundex", "difference", "fnv_hash", "murmur3_32_hash", "farmfingerprint64", "checksum", "text_to_int_alt", "text_to_numeric_alt", "size",
        "lower_attribute_names", "upper_attribute_names", "hll_create_sketch", "hll_combine", "hll_cardinality",
        "hll_combine_sketches", "current_aws_account", "current_namespace", "current_session_arn", "default_iam_role", "get_mounted_role", "has_assumerole_privilege",
        "user_is_member_of", "role_is_member_of", "reboot_cluster",
        "change_query_priority", "change_session_priority", "change_user_priority",
    };
}
