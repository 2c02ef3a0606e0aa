using Starlift.Sql;
using Starlift.Sql.Analysis;

namespace Starlift.History;

/// <summary>
/// Redshift's views on loads, for warehouses that have none of their own: over Starlift's history, with the columns of the AWS pages
/// STL_LOAD_ERRORS, SYS_LOAD_ERROR_DETAIL, STL_LOAD_COMMITS and SYS_LOAD_HISTORY. What only a cluster can know is 0 or empty.
/// </summary>
static class SystemViews
{
    /// <summary>Statements that make the views, for a warehouse that holds Starlift's tables.</summary>
    public const string Definitions = """
        create or replace view stl_load_errors as
        select 0 as userid, 0 as slice, 0 as tbl, rejected_at as starttime, 0 as session, cast(load_id as integer) as query,
            object as filename, last_line as line_number, column_name as colname, type, length as col_length, position,
            regexp_replace(left(raw_record, 1024), '[^\x01-\x7F]', '.') as raw_line, left(raw_value, 1024) as raw_field_value,
            code as err_code, left(reason, 100) as err_reason, 0 as is_partial, byte_offset as start_offset, cast(0 as bigint) as copy_job_id
        from starlift.rejects;
        create or replace view sys_load_error_detail as
        select 0 as user_id, load_id as query_id, load_id as transaction_id, 0 as session_id, cast(current_database() as varchar(64)) as database_name,
            0 as table_id, rejected_at as start_time, object as file_name, last_line as line_number, column_name, type as column_type,
            length as column_length, position, code as error_code, left(reason, 512) as error_message
        from starlift.rejects;
        create or replace view stl_load_commits as
        select 0 as userid, cast(load_id as integer) as query, 0 as slice, uri as name, uri as filename,
            cast(least(size, 2147483647) as integer) as byte_offset, cast(least(records, 2147483647) as integer) as lines_scanned,
            cast(least(rejects, 2147483647) as integer) as errors, loaded_at as curtime, 1 as status, cast('JSON' as varchar(16)) as file_format,
            0 as is_partial, cast(0 as bigint) as start_offset, cast(0 as bigint) as copy_job_id
        from starlift.ledger;
        create or replace view sys_load_history as
        select 0 as user_id, load_id as query_id, load_id as transaction_id, 0 as session_id, cast(current_database() as varchar(64)) as database_name,
            status, table_name, started_at as start_time, finished_at as end_time,
            datediff(microsecond, started_at, finished_at) as duration, source as data_source, cast('JSON' as varchar(16)) as file_format,
            rows_loaded as loaded_rows, bytes as loaded_bytes, cast(objects as integer) as source_file_count,
            bytes as source_file_bytes, cast(objects as integer) as file_count_scanned, bytes as file_bytes_scanned,
            rejects as error_count, cast(0 as bigint) as copy_job_id
        from starlift.loads
        """;

    static readonly string[] Names = ["stl_load_errors", "sys_load_error_detail", "stl_load_commits", "sys_load_history"];

    /// <summary>The first of the views that the statement reads; null where it reads none.</summary>
    public static string? MentionedIn(SqlStatement statement) =>
        statement is OtherStatement other ? TableReads.Of(other.Tree).Select(name => name.Parts[^1].Name).FirstOrDefault(Names.Contains) : null;
}
