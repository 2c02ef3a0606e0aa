using System.Text.Json;

namespace Starlift.CliTests;

public sealed class RejectsTests
{
    const string TwoBad = "{\"id\":1,\"name\":\"Alba\"}\n{\"id\":\"x\"}\n{\"id\":3,\n \"name\":\"Brigitte\"}\n";

    const string Copy = "copy boats from '${data}/' iam_role default json 'auto' maxerror 10";

    [Fact]
    public async Task A_target_that_never_loaded_has_none()
    {
        using var folder = new ScriptFolder().AddProject();

        Assert.Equal((0, "0 rejects\n", ""), await folder.RunAsync("rejects"));
        Assert.Equal((0, "[]\n", ""), await folder.RunAsync("rejects", "-o", "json"));
        Assert.Equal("run_id,load_id,table_name", (await folder.RunAsync("rejects", "-o", "csv")).Out.Split(",object")[0]);
    }

    [Fact]
    public async Task Place_reason_and_record_are_shown()
    {
        using var folder = new ScriptFolder(TwoBad).AddProject(Copy);
        var run = await folder.RunAsync("run");
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"\nloaded   3 records of 1 object, .+\nrejects  2 records could not be loaded: starlift rejects shows why\n", run.Out);

        var (exitCode, output, error) = await folder.RunAsync("rejects");

        Assert.Equal(
            """
            buckets/harbour/boats.json:2, column id int4: 1207 Invalid digit, Value 'x', Pos 0, Type: Integer
                {"id":"x"}
            buckets/harbour/boats.json:4, column name varchar(5): 1204 String length exceeds DDL length
                {"id":3,␊ "name":"Brigitte"}
            2 rejects

            """,
            output);
        Assert.Equal((0, ""), (exitCode, error));
    }

    [Fact]
    public async Task JSON_has_every_field()
    {
        using var folder = new ScriptFolder(TwoBad).AddProject(Copy);
        await folder.RunAsync("run");

        using var json = JsonDocument.Parse((await folder.RunAsync("rejects", "-o", "json")).Out);

        var reject = json.RootElement[1];
        Assert.Equal(
            "run_id, load_id, table_name, object, first_line, last_line, byte_offset, column_name, type, length, position, code, reason, raw_value, raw_record",
            string.Join(", ", reject.EnumerateObject().Select(property => property.Name)));
        Assert.Equal((3, 4, 34), (reject.GetProperty("first_line").GetInt32(), reject.GetProperty("last_line").GetInt32(), reject.GetProperty("byte_offset").GetInt32()));
        Assert.Equal("{\"id\":3,\n \"name\":\"Brigitte\"}", reject.GetProperty("raw_record").GetString());
    }

    [Fact]
    public async Task A_run_that_fails_keeps_its_rejects_and_nothing_else()
    {
        using var folder = new ScriptFolder(TwoBad).AddProject();

        var run = await folder.RunAsync("run");

        Assert.Equal(4, run.ExitCode);
        Assert.Contains("starlift rejects shows them", run.Error);
        Assert.StartsWith("buckets/harbour/boats.json:2, column id int4: 1207", (await folder.RunAsync("rejects")).Out);
        Assert.Equal((0, "status,loaded_rows\naborted,0\n", ""), await folder.RunAsync("query", "select status, loaded_rows from sys_load_history", "-o", "csv"));
    }

    [Fact]
    public async Task Of_several_runs_one_all_or_the_last_that_had_any_is_shown()
    {
        using var folder = new ScriptFolder(TwoBad).AddProject(Copy);
        await folder.RunAsync("run");
        folder.Add("buckets/harbour/more.json", "{\"id\":\"y\"}\n");
        await folder.RunAsync("run");
        folder.Add("buckets/harbour/good.json", "{\"id\":5}\n");
        await folder.RunAsync("run");

        Assert.EndsWith("\n1 reject\n", (await folder.RunAsync("rejects")).Out);
        Assert.EndsWith("\n2 rejects\n", (await folder.RunAsync("rejects", "--run", "1")).Out);
        Assert.Equal("0 rejects\n", (await folder.RunAsync("rejects", "--run", "3")).Out);
        Assert.EndsWith("\n3 rejects\n", (await folder.RunAsync("rejects", "--all")).Out);
    }

    [Fact]
    public async Task The_rejects_of_a_script_are_shown_without_a_project()
    {
        using var folder = new ScriptFolder(TwoBad);
        await folder.SqlAsync("create table boats (id int, name varchar(5));\ncopy boats from 's3://harbour/' json 'auto' maxerror 9;");
        await folder.SqlAsync("copy boats from 's3://harbour/' json 'auto'");

        Assert.EndsWith("\n1 reject\n", (await folder.RunAsync("rejects", "--duckdb", "boats.duckdb")).Out);
        Assert.EndsWith("\n3 rejects\n", (await folder.RunAsync("rejects", "--duckdb", "boats.duckdb", "--all")).Out);
    }
}
