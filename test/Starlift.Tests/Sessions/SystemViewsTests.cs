using System.Globalization;

namespace Starlift.Tests.Sessions;

/// <summary>The views against the columns of AWS's pages, in their order, with the kind of their types.</summary>
public sealed class SystemViewsTests
{
    [Theory]
    [InlineData(
        "stl_load_errors",
        "userid int, slice int, tbl int, starttime timestamp, session int, query int, filename text, line_number bigint, colname text, type text, "
            + "col_length text, position int, raw_line text, raw_field_value text, err_code int, err_reason text, is_partial int, "
            + "start_offset bigint, copy_job_id bigint")]
    [InlineData(
        "sys_load_error_detail",
        "user_id int, query_id bigint, transaction_id bigint, session_id int, database_name text, table_id int, start_time timestamp, "
            + "file_name text, line_number bigint, column_name text, column_type text, column_length text, position int, error_code int, "
            + "error_message text")]
    [InlineData(
        "stl_load_commits",
        "userid int, query int, slice int, name text, filename text, byte_offset int, lines_scanned int, errors int, curtime timestamp, "
            + "status int, file_format text, is_partial int, start_offset bigint, copy_job_id bigint")]
    [InlineData(
        "sys_load_history",
        "user_id int, query_id bigint, transaction_id bigint, session_id int, database_name text, status text, table_name text, "
            + "start_time timestamp, end_time timestamp, duration bigint, data_source text, file_format text, loaded_rows bigint, "
            + "loaded_bytes bigint, source_file_count int, source_file_bytes bigint, file_count_scanned int, file_bytes_scanned bigint, "
            + "error_count bigint, copy_job_id bigint")]
    public async Task A_view_has_the_columns_of_its_page(string view, string columns)
    {
        await using var scripts = new ScratchScripts();
        await scripts.RunAsync($"select * from {view}");

        var found = await scripts.QueryAsync($"""
            select column_name, data_type from information_schema.columns where table_name = '{view}' order by ordinal_position
            """);

        Assert.Equal(columns.Split(", "), found.Select(column => column.Split('|')).Select(parts => $"{parts[0]} {Family(parts[1])}"));
    }

    [Fact]
    public async Task A_reject_shows_in_the_views_as_on_Redshift()
    {
        await using var scripts = await ScratchScripts.WithAsync("{\"n\":1}\n{\"n\":2,\n\"v\":\"größer\"}\n");
        await scripts.RunAsync("copy t from 's3://b/t' iam_role default json 'auto' maxerror 5");

        Assert.Equal(
            ["1|s3://b/t|3|v|varchar|3|0|{\"n\":2,\n\"v\":\"gr..er\"}|größer|1204|String length exceeds DDL length|0|8"],
            await scripts.QueryAsync("""
                select query, filename, line_number, colname, type, col_length, position, raw_line, raw_field_value, err_code, err_reason,
                    is_partial, start_offset
                from stl_load_errors
                """));
        Assert.Equal(
            ["1|s3://b/t|3|v|varchar|3|0|1204|String length exceeds DDL length"],
            await scripts.QueryAsync("""
                select query_id, file_name, line_number, column_name, column_type, column_length, position, error_code, error_message
                from sys_load_error_detail
                """));
        Assert.Equal(["1|s3://b/t|2|1|JSON"], await scripts.QueryAsync("select query, filename, lines_scanned, errors, file_format from stl_load_commits"));
        Assert.Equal(
            ["1|completed|t|s3://b/t|JSON|1|1|1|true"],
            await scripts.QueryAsync("""
                select query_id, status, table_name, data_source, file_format, loaded_rows, source_file_count, error_count, duration >= 0
                from sys_load_history
                """));
    }

    [Fact]
    public async Task Long_records_are_cut_in_the_views_and_whole_among_the_rejects()
    {
        var record = string.Create(CultureInfo.InvariantCulture, $"{{\"v\":\"{new string('x', 3000)}\"}}");
        await using var scripts = await ScratchScripts.WithAsync(record);
        await scripts.RunAsync("copy t from 's3://b/t' iam_role default json 'auto' maxerror 5");

        Assert.Equal(["1024|1024"], await scripts.QueryAsync("select len(raw_line), len(raw_field_value) from stl_load_errors"));
        Assert.Equal([record], await scripts.QueryAsync("select raw_record from starlift.rejects"));
    }

    static string Family(string type) => type switch
    {
        "integer" => "int",
        "character varying" => "text",
        "timestamp without time zone" => "timestamp",
        _ => type,
    };
}
