using System.Text.Json;

namespace Starlift.CliTests;

public sealed class VerifyTests
{
    [Fact]
    public async Task A_star_that_is_not_what_its_objects_give_is_told()
    {
        using var folder = new ScriptFolder("""{"id":1,"name":"Alba"}{"id":2,"name":"Bora"}""").AddProject();
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        var (exitCode, output, error) = await folder.RunAsync("verify", "-o", "json");
        Assert.True(exitCode == 0, error);
        var table = JsonDocument.Parse(output).RootElement[0];
        Assert.Equal(("names", 2, 0), (table.GetProperty("table").GetString(), table.GetProperty("published").GetInt64(), table.GetProperty("missing").GetInt64()));

        Assert.Equal(0, (await folder.SqlAsync("delete from names where name = 'Alba'")).ExitCode);
        (exitCode, _, error) = await folder.RunAsync("verify");
        Assert.Equal(3, exitCode);
        Assert.Contains("starlift: names is not what its objects give: 1 missing, 0 too much, 0 different\n", error);
        Assert.Contains("starlift: missing in names: name = 'Alba'\n", error);
        Assert.Equal("n\n1\n", (await folder.RunAsync("query", "select count(*) as n from names", "-o", "csv")).Out.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task Nothing_published_is_told()
    {
        using var folder = new ScriptFolder().AddProject().Add("empty.sql", "create table other (id int)");
        Assert.Equal(0, (await folder.RunAsync("sql", "empty.sql", "--duckdb", "boats.duckdb")).ExitCode);
        var (exitCode, _, error) = await folder.RunAsync("verify");
        Assert.Equal(2, exitCode);
        Assert.Contains("starlift: table names is not published yet\n", error);
    }
}
