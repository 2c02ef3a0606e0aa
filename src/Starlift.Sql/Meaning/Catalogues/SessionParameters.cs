using System.Collections.Frozen;

namespace Starlift.Sql.Meaning.Catalogues;

/// <summary>The parameters of a session with their defaults (Amazon Redshift: "Configuration reference", and what its drivers set).</summary>
public static class SessionParameters
{
    /// <summary>The session variable in which a server keeps the name by which the client has asked for the database.</summary>
    public const string Database = "starlift.database";

    /// <summary>The session variable in which a server keeps the number of the session's process.</summary>
    public const string Process = "starlift.process";

    static readonly FrozenDictionary<string, string> Defaults = new Dictionary<string, string>
    {
        ["analyze_threshold_percent"] = "10",
        ["application_name"] = "",
        ["cast_super_null_on_error"] = "on",
        ["client_encoding"] = "UTF8",
        ["client_min_messages"] = "notice",
        ["datashare_break_glass_session_var"] = "",
        ["datestyle"] = "ISO, MDY",
        ["default_array_search_null_handling"] = "on",
        ["default_geometry_encoding"] = "1",
        ["default_transaction_isolation"] = "serializable",
        ["default_transaction_read_only"] = "off",
        ["describe_field_name_in_uppercase"] = "off",
        ["downcase_delimited_identifier"] = "on",
        ["enable_case_sensitive_identifier"] = "off",
        ["enable_case_sensitive_super_attribute"] = "off",
        ["enable_numeric_rounding"] = "off",
        ["enable_result_cache_for_session"] = "on",
        ["enable_spectrum_oid"] = "on",
        ["enable_vacuum_boost"] = "off",
        ["error_on_nondeterministic_update"] = "off",
        ["extra_float_digits"] = "0",
        ["interval_forbid_composite_literals"] = "off",
        ["json_parse_dedup_attributes"] = "off",
        ["json_parse_truncate_strings"] = "off",
        ["json_serialization_enable"] = "off",
        ["json_serialization_parse_nested_strings"] = "off",
        ["max_concurrency_scaling_clusters"] = "1",
        ["max_cursor_result_set_size"] = "0",
        ["mv_enable_aqmv_for_session"] = "on",
        ["navigate_super_null_on_error"] = "on",
        ["parse_super_null_on_error"] = "off",
        ["pg_federation_repeatable_read"] = "on",
        ["query_group"] = "unset",
        ["readonly"] = "off",
        ["search_path"] = "$user, public",
        ["session_authorization"] = "",
        ["spectrum_enable_pseudo_columns"] = "on",
        ["spectrum_query_maxerror"] = "-1",
        ["statement_timeout"] = "0",
        ["stored_proc_log_min_messages"] = "LOG",
        ["timezone"] = "UTC",
        ["transaction_isolation"] = "serializable",
        ["transaction_read_only"] = "off",
        ["use_fips_ssl"] = "off",
        ["wlm_query_slot_count"] = "1",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The names of all, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Defaults.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The value in a new session; null where there is no such parameter.</summary>
    /// <param name="name">In lower case.</param>
    public static string? DefaultOf(string name) => Defaults.GetValueOrDefault(name);

    /// <summary>True where the parameter is a session variable, such as app_context.user_id, of which a user may have any.</summary>
    public static bool IsVariable(string name) => name.Contains('.', StringComparison.Ordinal);

    /// <summary>The name of the column that SHOW yields.</summary>
    public static string ColumnName(string name) => name switch { "datestyle" => "DateStyle", "timezone" => "TimeZone", _ => name };
}
