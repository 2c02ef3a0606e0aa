using System.Text.Json;

namespace Starlift.CliTests;

/// <summary>A project whose SQL was changed after it was published.</summary>
public sealed class MigrateTests
{
    [Fact]
    public async Task A_changed_model_is_told_by_plan_and_run_with_the_command_that_builds_it_anew()
    {
        using var folder = new ScriptFolder().AddProject();
        await SucceedAsync(folder, "run");
        folder.Add("models/names.sql", "select distinct upper(name) as name from boats where name is not null");
        const string Note = "model names was changed since it built table names: starlift run --rebuild names builds it anew, with what reads it\n";
        var plan = await SucceedAsync(folder, "plan");
        Assert.Contains(Note, plan);
        Assert.EndsWith("nothing to load: every object is known in this version\n", plan);
        Assert.Contains(Note, await SucceedAsync(folder, "run"));
        var outdated = JsonDocument.Parse(await SucceedAsync(folder, "plan", "-o", "json")).RootElement.GetProperty("outdated")[0];
        Assert.Equal(("names", true), (outdated.GetProperty("table").GetString(), outdated.GetProperty("model").GetBoolean()));
        await SucceedAsync(folder, "run", "--rebuild", "names");
        Assert.EndsWith("nothing to do: every object is known in this version\n", await SucceedAsync(folder, "plan"));
    }

    [Fact]
    public async Task A_COPY_that_was_mended_is_told_with_the_command_that_reads_its_objects_again()
    {
        using var folder = new ScriptFolder("""{"ID":1,"NAME":"Alba"}""").AddProject();
        Assert.Contains("no column takes the keys ID (1 record), NAME (1 record)", await SucceedAsync(folder, "run"));
        folder.Add("loads/boats.sql", "copy boats from '${data}/' iam_role default json 'auto ignorecase'");
        Assert.Contains("load boats was changed since it fed names: starlift run --rebuild names reads its objects again\n", await SucceedAsync(folder, "plan"));
        await SucceedAsync(folder, "run", "--rebuild", "names");
        Assert.Equal("name\nAlba\n", (await SucceedAsync(folder, "query", "select name from names", "-o", "csv")).ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task A_column_is_added_where_it_is_missing()
    {
        using var folder = new ScriptFolder().AddProject();
        Assert.Contains("table names is to be made\n", await SucceedAsync(folder, "plan"));
        await SucceedAsync(folder, "run");
        Assert.Equal("nothing to alter: the star tables are as they are declared\n", await SucceedAsync(folder, "migrate", "-y"));
        folder.Add("tables/names.sql", "create table names (name varchar(5) primary key, length int)").Add("models/names.sql", "select distinct name, 4 as length from boats where name is not null");
        var (exitCode, _, error) = await folder.RunAsync("plan");
        Assert.Equal(2, exitCode);
        Assert.Contains("starlift: table names has no column length on the target\n", error);
        Assert.Contains("hint: run starlift migrate, or add it there: alter table names add column length integer; or make it anew with starlift reset\n", error);
        Assert.NotEqual(0, (await folder.RunAsync("migrate")).ExitCode);
        Assert.StartsWith("alter table names add column length integer;\n", await SucceedAsync(folder, "migrate", "-y"));
        Assert.Contains("starlift run --rebuild names", await SucceedAsync(folder, "plan"));
        await SucceedAsync(folder, "run", "--rebuild", "names");
        Assert.Equal("name,length\nAlba,4\n", (await SucceedAsync(folder, "query", "select name, length from names", "-o", "csv")).ReplaceLineEndings("\n"));
    }

    static async Task<string> SucceedAsync(ScriptFolder folder, params IReadOnlyList<string> arguments)
    {
        var (exitCode, output, error) = await folder.RunAsync(arguments);
        Assert.True(exitCode == 0, error);
        return output;
    }
}
