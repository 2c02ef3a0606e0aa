using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;

namespace Starlift.Tests.Sessions;

public sealed class ScriptRunnerTests
{
    const string Copy = "copy t from 's3://b/t' iam_role default json 'auto'";

    const string Good = """{"n":1,"v":"a"}{"n":2,"v":"b"}""";

    const string OneBad = """{"n":1,"v":"a"}{"n":2,"v":"long"}""";

    const string Failed = "Load into table 't' failed.  Check 'stl_load_errors' system table for details.";

    [Fact]
    public async Task A_script_shows_messages_counts_and_rows_in_their_order()
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        Assert.Equal(
            ["Load into table 't' completed, 2 record(s) loaded successfully.", "1 rows", "3|c", "2|b", "1|a"],
            await scripts.RunAsync($"{Copy}; insert into t values (3, 'c'); select * from t order by n desc"));
    }

    [Fact]
    public async Task Rejects_are_told_beside_the_rows()
    {
        await using var scripts = await ScratchScripts.WithAsync(OneBad);

        Assert.Equal(
            [
                "Load into table 't' completed, 1 record(s) loaded successfully.",
                "Load into table 't' completed, 1 record(s) could not be loaded.  Check 'stl_load_errors' system table for details.",
            ],
            await scripts.RunAsync($"{Copy} maxerror 2"));
    }

    [Theory]
    [InlineData("begin; {0}; commit", 2)]
    [InlineData("begin transaction; {0}; end", 2)]
    [InlineData("start transaction; {0}; commit work", 2)]
    [InlineData("begin; {0}; rollback", 0)]
    [InlineData("begin; {0}; abort", 0)]
    [InlineData("begin; {0}", 0)]
    [InlineData("begin; {0}; rollback; {0}", 2)]
    [InlineData("begin; {0}; {0}; commit; {0}", 6)]
    public async Task A_block_is_kept_whole_or_not_at_all(string sql, int rows)
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        await scripts.RunAsync(string.Format(null, sql, Copy));

        Assert.Equal([$"{rows}"], await scripts.QueryAsync("select count(*) from t"));
    }

    [Fact]
    public async Task A_block_that_a_script_leaves_open_is_rolled_back()
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        await scripts.RunAsync("begin; create table other (a int); insert into t values (9, 'z')");

        Assert.Equal(["0"], await scripts.QueryAsync("select count(*) from t"));
        Assert.Equal(ExitCode.RunFailed, (await scripts.FailAsync("select * from other")).ExitCode);
    }

    [Theory]
    [InlineData("commit", "there is no transaction in progress")]
    [InlineData("rollback", "there is no transaction in progress")]
    [InlineData("begin; begin", "there is already a transaction in progress")]
    [InlineData("begin; truncate t; commit", "there is no transaction in progress")]
    public async Task A_block_that_is_none_is_told_and_no_error(string sql, string message)
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        Assert.Contains(message, await scripts.RunAsync(sql));
    }

    [Fact]
    public async Task TRUNCATE_commits_its_block()
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);
        await scripts.RunAsync("create table other as select 1 as a");

        await scripts.RunAsync($"begin; {Copy}; truncate other; rollback");

        Assert.Equal(["2|0"], await scripts.QueryAsync("select (select count(*) from t), (select count(*) from other)"));
        Assert.Equal(["1|completed"], await scripts.QueryAsync("select query_id, status from sys_load_history"));
    }

    [Fact]
    public async Task A_COPY_that_fails_leaves_the_table_and_tells_where_it_stands()
    {
        await using var scripts = await ScratchScripts.WithAsync(OneBad);

        var (exitCode, seen) = await scripts.FailAsync($"insert into t values (9, 'z');\n\n  {Copy};\nselect 'not reached'");

        Assert.Equal(ExitCode.Rejects, exitCode);
        Assert.Equal(["1 rows", $"a.sql:3:3: {Failed}  s3://b/t:1, column v: String length exceeds DDL length"], seen);
        Assert.Equal(["9|z"], await scripts.QueryAsync("select * from t"));
    }

    [Fact]
    public async Task A_COPY_that_fails_in_a_block_undoes_the_block_and_keeps_its_rejects()
    {
        await using var scripts = await ScratchScripts.WithAsync(OneBad);

        await scripts.FailAsync($"begin; insert into t values (9, 'z'); {Copy} maxerror 2; {Copy}; commit");

        Assert.Equal(["0"], await scripts.QueryAsync("select count(*) from t"));
        Assert.Equal(
            ["1|aborted|0|1", "2|aborted|0|1"],
            await scripts.QueryAsync("select query_id, status, loaded_rows, error_count from sys_load_history order by 1"));
        Assert.Equal(
            ["1|1204|v|long", "2|1204|v|long"],
            await scripts.QueryAsync("select query, err_code, colname, raw_field_value from stl_load_errors order by 1"));
    }

    [Fact]
    public async Task The_history_of_a_rolled_back_block_says_that_it_was_aborted()
    {
        await using var scripts = await ScratchScripts.WithAsync(OneBad);

        await scripts.RunAsync($"begin; {Copy} maxerror 2; rollback; {Copy} ignoreallerrors");

        Assert.Equal(
            ["1|aborted|0", "2|completed|1"],
            await scripts.QueryAsync("select query_id, status, loaded_rows from sys_load_history order by 1"));
        Assert.Equal(["2"], await scripts.QueryAsync("select query from stl_load_commits"));
    }

    [Fact]
    public async Task The_history_can_be_read_where_nothing_was_loaded_yet()
    {
        await using var scripts = new ScratchScripts();

        Assert.Equal(["0|0|0|0"], await scripts.QueryAsync("""
            select (select count(*) from stl_load_errors), (select count(*) from sys_load_error_detail),
                (select count(*) from stl_load_commits), (select count(*) from sys_load_history)
            """));
    }

    [Fact]
    public async Task NOLOAD_leaves_no_commits()
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        Assert.Equal(
            ["Load into table 't' checked and not loaded (NOLOAD): 2 record(s) are good.", "0|0"],
            await scripts.RunAsync($"{Copy} noload; select pg_last_copy_count(), (select count(*) from stl_load_commits)"));
    }

    [Fact]
    public async Task The_last_COPY_is_known_by_its_number_and_count()
    {
        await using var scripts = await ScratchScripts.WithAsync(OneBad);

        Assert.Equal(["-1|0"], await scripts.QueryAsync("select pg_last_copy_id(), pg_last_copy_count()"));
        await scripts.RunAsync($"{Copy} maxerror 9; {Copy} maxerror 9");
        Assert.Equal(["2|1"], await scripts.QueryAsync("select pg_last_copy_id(), pg_last_copy_count()"));
        await scripts.FailAsync(Copy);
        Assert.Equal(["3|0"], await scripts.QueryAsync("select pg_last_copy_id(), pg_last_copy_count()"));
        Assert.Equal(["3|v"], await scripts.QueryAsync("select query, colname from stl_load_errors where query = pg_last_copy_id()"));
        await scripts.FailAsync("copy u from 's3://b/t' iam_role default json 'auto'");
        Assert.Equal(["3"], await scripts.QueryAsync("select pg_last_copy_id()"));
    }

    [Fact]
    public async Task A_script_stops_at_the_first_statement_that_fails()
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        var (exitCode, seen) = await scripts.FailAsync("insert into t values (1, 'a');\ninsert into nowhere values (1);\ninsert into t values (2, 'b')");

        Assert.Equal(ExitCode.RunFailed, exitCode);
        Assert.Equal("1 rows", seen[0]);
        Assert.StartsWith("a.sql:2:13: ", seen[1]);
        Assert.Equal(["1"], await scripts.QueryAsync("select count(*) from t"));
    }

    [Fact]
    public async Task Every_statement_that_Redshift_would_refuse_is_told_before_the_first_is_executed()
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        var (exitCode, seen) = await scripts.FailAsync($"insert into t values (1, 'a');\n{Copy} csv;\ncreate table table (a int)");

        Assert.Equal(ExitCode.Usage, exitCode);
        Assert.Equal(["a.sql:2:53", "a.sql:3:14"], seen.Select(problem => problem.Split(": ")[0]));
        Assert.Equal(["0"], await scripts.QueryAsync("select count(*) from t"));
    }

    [Theory]
    [InlineData("copy nowhere from 's3://b/t' iam_role default json 'auto'", "a.sql:1:1: Cannot COPY into nonexistent table nowhere", ExitCode.RunFailed)]
    [InlineData("copy t from 's3://b/x' iam_role default json 'auto'", "a.sql:1:13: The specified S3 prefix 'x' does not exist", ExitCode.Access)]
    [InlineData("copy t (n, w) from 's3://b/t' iam_role default json 'auto'", "a.sql:1:1: column \"w\" of relation \"t\" does not exist", ExitCode.Usage)]
    [InlineData("copy t from 's3://b/t' iam_role default json 'auto' lzop", "a.sql:1:13: LZOP is not supported here", ExitCode.Usage)]
    [InlineData("copy t from 's3://b/t' iam_role default json 's3://b/p'", "the JSONPaths file s3://b/p was not found", ExitCode.Usage)]
    public async Task A_COPY_that_can_not_begin_says_why_and_where(string sql, string problem, ExitCode code)
    {
        await using var scripts = await ScratchScripts.WithAsync(Good);

        var (exitCode, seen) = await scripts.FailAsync(sql);

        Assert.EndsWith(problem, Assert.Single(seen));
        Assert.Equal(code, exitCode);
        Assert.Equal(["0"], await scripts.QueryAsync("select count(*) from sys_load_history"));
    }

    [Fact]
    public void Places_are_those_of_the_file_and_not_of_the_text_with_its_variables_filled_in()
    {
        var script = ScriptVariables.Fill(
            new SqlSource("a.sql", "select '${long}';\nselect '${long}', '${long}'"), new Dictionary<string, string> { ["long"] = "a\nb\nc" });
        var statements = SqlScript.Parse(script);

        Assert.Equal("a.sql:2:1", statements[1].Source.PlaceOf(statements[1].Source.Start).ToString());
    }
}
