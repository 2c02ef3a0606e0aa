namespace Starlift.CliTests;

/// <summary>starlift sql, on a DuckDB file without a project and on a project's target.</summary>
public sealed class SqlTests
{
    const string Create = "create table boats (id int, name varchar(5));\n";

    const string Copy = "copy boats from 's3://harbour/boats' iam_role default json 'auto'";

    [Fact]
    public async Task Rows_go_to_stdout_and_messages_to_stderr()
    {
        using var folder = new ScriptFolder();

        var (exitCode, output, error) = await folder.SqlAsync($"{Create}{Copy};\ninsert into boats values (2, null);\nselect id, name from boats order by 1;");

        Assert.Equal(
            """
                         
              id   name  
            ─────────────
               1   Alba  
               2   null  
                         
            2 rows

            """,
            output);
        Assert.Equal("INFO:  Load into table 'boats' completed, 1 record(s) loaded successfully.\na.sql:3:1: 1 row\n", error);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task A_table_that_is_too_wide_is_shown_row_by_row()
    {
        using var folder = new ScriptFolder();

        var (_, output, _) = await folder.SqlAsync($"select 1 as id, null as empty, '{new string('x', 300)}' as long_text");

        Assert.Equal($"row 1\n  id         1\n  empty      null\n  long_text  {new string('x', 300)}\n1 row\n", output);
    }

    [Fact]
    public async Task Results_as_JSON()
    {
        using var folder = new ScriptFolder();

        var (exitCode, output, error) = await folder.SqlAsync($"{Create}{Copy};\nselect id, name, null as berth from boats", "-o", "json");

        Assert.Equal(
            """
            [{"place":"a.sql:1:1"},{"place":"a.sql:2:1","count":1,"messages":["Load into table 'boats' completed, 1 record(s) loaded successfully."]},{"place":"a.sql:3:1","rows":[{"id":1,"name":"Alba","berth":null}]}]
            """,
            ScriptFolder.Compact(output).Replace(@"\u0027", "'", StringComparison.Ordinal));
        Assert.Equal("", error);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task The_JSON_is_whole_though_a_statement_fails()
    {
        using var folder = new ScriptFolder();

        var (exitCode, output, error) = await folder.SqlAsync("select 1 as a;\nselect b from nowhere;\nselect 2 as a", "-o", "json");

        Assert.Equal("""[{"place":"a.sql:1:1","rows":[{"a":1}]}]""", ScriptFolder.Compact(output));
        Assert.StartsWith("starlift: relation \"nowhere\" does not exist\n  at a.sql:2:15\n", error);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task A_statement_that_Redshift_refuses_is_a_usage_error_with_its_place()
    {
        using var folder = new ScriptFolder();

        var (exitCode, output, error) = await folder.SqlAsync($"select 1;\n{Copy}\n  delimiter '|';");

        Assert.Equal(
            "starlift: COPY can't have DELIMITER here: JSON doesn't take it\n  at a.sql:3:3\nhint: remove it: JSON values need no delimiter\n", error);
        Assert.Equal("", output);
        Assert.Equal(2, exitCode);
    }

    [Fact]
    public async Task A_load_that_fails_on_its_data_ends_with_4_and_keeps_the_rejects()
    {
        using var folder = new ScriptFolder("""{"id":1}{"id":2,"name":"Brigitte"}""");

        var (exitCode, _, error) = await folder.SqlAsync($"{Create}{Copy};");

        Assert.Equal(
            """
            starlift: Load into table 'boats' failed.  Check 'stl_load_errors' system table for details.  s3://harbour/boats.json:1, column name: String length exceeds DDL length
              at a.sql:2:1
            hint: the value has 8 bytes: declare name longer, or say truncatecolumns in the COPY, which cuts it

            """,
            error);
        Assert.Equal(4, exitCode);
        var rejects = await folder.RunAsync("query", "--duckdb", "boats.duckdb", "select colname, err_code from stl_load_errors", "-o", "csv");
        Assert.Equal((0, "colname,err_code\nname,1204\n", ""), rejects);
    }

    [Theory]
    [InlineData("(select 2 as a) union all select 1 order by 1", "a\n1\n2\n")]
    [InlineData("((select 3 as a))", "a\n3\n")]
    [InlineData("with t as (select 4 as a) (select a from t)", "a\n4\n")]
    public async Task A_query_may_begin_with_a_bracket(string sql, string rows)
    {
        using var folder = new ScriptFolder();
        await folder.ShellAsync("cat table.sql | starlift sql - --duckdb boats.duckdb");

        Assert.Equal((0, rows, ""), await folder.RunAsync("query", "--duckdb", "boats.duckdb", sql, "-o", "csv"));
    }

    [Theory]
    [InlineData("select 1 as a into t", "starlift: query takes one SELECT\nhint: run other statements with starlift sql\n")]
    [InlineData("select 1; select 2", "starlift: query takes one SELECT\nhint: run other statements with starlift sql\n")]
    [InlineData("select * form t", "starlift: syntax error at or near \"form\"\n  at query:1:10\nhint: expected the end of the statement\n")]
    public async Task What_is_no_query_is_refused(string sql, string told)
    {
        using var folder = new ScriptFolder();

        Assert.Equal((2, "", told), await folder.RunAsync("query", "--duckdb", "boats.duckdb", sql));
    }

    [Theory]
    [InlineData("echo 'select 7 as a' | starlift sql - --duckdb :memory: -o json", """[{"place":"stdin:1:1","rows":[{"a":7}]}]""")]
    [InlineData("echo 'select ${n} as a' | starlift sql - --duckdb :memory: --var n=8 -o json", """[{"place":"stdin:1:1","rows":[{"a":8}]}]""")]
    [InlineData("cat table.sql copy.sql | starlift sql - --duckdb :memory: --s3-root buckets -o json | grep -c loaded", "1")]
    [InlineData("printf '' | starlift sql - --duckdb :memory: -o json", "[]")]
    public async Task Statements_may_be_piped_in(string commandLine, string output)
    {
        using var folder = new ScriptFolder();

        var result = await folder.ShellAsync(commandLine);

        Assert.Equal("", result.Error);
        Assert.Equal(output, ScriptFolder.Compact(result.Out));
    }

    [Fact]
    public async Task A_place_in_the_pipe_is_told()
    {
        using var folder = new ScriptFolder();

        var (exitCode, _, error) = await folder.ShellAsync("printf 'select 1;\\n select ${nix}' | starlift sql - --duckdb :memory:");

        Assert.Equal("starlift: ${nix} has no value\n  at stdin:2:9\nhint: give it one with --var nix=value, or write $${nix} for the text itself\n", error);
        Assert.Equal(2, exitCode);
    }

    [Theory]
    [InlineData("sql nix.sql --duckdb :memory:", "starlift: the script nix.sql can't be read: ")]
    [InlineData("sql table.sql --duckdb :memory: -p .", "starlift: --duckdb and --project exclude each other\nhint: keep one of them\n")]
    [InlineData("sql table.sql --duckdb :memory: --s3-root nix", "starlift: there is no folder nix to stand for S3\n")]
    [InlineData("sql table.sql", "starlift: the folder '.' is no project: it holds no starlift.yaml\n")]
    [InlineData("query --duckdb nix.duckdb select(1)", "starlift: there is no DuckDB file nix.duckdb\nhint: check the path\n")]
    [InlineData("rejects --duckdb nix.duckdb", "starlift: there is no DuckDB file nix.duckdb\nhint: check the path\n")]
    [InlineData("rejects --all --run 3", "starlift: --run and --all exclude each other\nhint: keep one of them\n")]
    public async Task What_can_not_be_run_is_a_usage_error(string arguments, string start)
    {
        using var folder = new ScriptFolder();

        var (exitCode, output, error) = await folder.RunAsync(arguments.Split(' '));

        Assert.StartsWith(start, error);
        Assert.Equal(2, exitCode);
        Assert.Equal("", output);
        Assert.False(File.Exists(Path.Combine(folder.Path, "nix.duckdb")), "a slip of the pen made a database");
    }

    [Fact]
    public async Task A_projects_target_and_variables_are_those_of_the_script()
    {
        using var folder = new ScriptFolder().AddProject().Add("a.sql", "select '${data}' as data, '${more}' as more");

        var (exitCode, output, _) = await folder.RunAsync("sql", "a.sql", "--var", "data=elsewhere", "--var", "more=x", "-o", "json");

        Assert.Equal((2, ""), (exitCode, output));
        folder.Add("starlift.yaml", File.ReadAllText(Path.Combine(folder.Path, "starlift.yaml")).Replace("vars:\n", "vars:\n  more: y\n", StringComparison.Ordinal));
        Assert.Equal(
            """[{"place":"a.sql:1:1","rows":[{"data":"elsewhere","more":"y"}]}]""",
            ScriptFolder.Compact((await folder.RunAsync("sql", "a.sql", "--var", "data=elsewhere", "-o", "json")).Out));
    }

    [Fact]
    public async Task The_current_folder_is_where_paths_start_without_a_project()
    {
        using var folder = new ScriptFolder();

        var (exitCode, _, error) = await folder.SqlAsync(Create + "copy boats from 'buckets/harbour/' json 'auto'");

        Assert.Equal((0, "INFO:  Load into table 'boats' completed, 1 record(s) loaded successfully.\n"), (exitCode, error));
    }
}
