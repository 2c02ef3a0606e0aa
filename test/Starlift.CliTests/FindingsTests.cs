using System.Text.Json;

namespace Starlift.CliTests;

/// <summary>Events in an envelope, of which no column takes anything.</summary>
public sealed class FindingsTests
{
    const string Told = "no column takes the key Records (1 record): add a column or a path, or set unknown_keys: allow in starlift.yaml; "
        + "no column has a value in 1 row of 1: the COPY finds nothing where its records have it; mend it, then starlift run --rebuild names reads the objects again";

    [Fact]
    public async Task What_a_load_leaves_out_is_told_by_the_run_and_remembered()
    {
        using var folder = Make();
        Assert.Contains($"\nwarning  boats: {Told}\n", await SucceedAsync(folder, "run"));
        Assert.Contains($"\nwarning  boats: {Told}\n", await SucceedAsync(folder, "runs", "show"));
        var told = JsonDocument.Parse(await SucceedAsync(folder, "runs", "show", "-o", "json")).RootElement.GetProperty("told")[0];
        Assert.Equal(("boats", Told), (told.GetProperty("load").GetString(), told.GetProperty("told").GetString()));
        await SucceedAsync(folder, "report");
        Assert.Contains("Load boats: no column takes the key Records (1 record)", await File.ReadAllTextAsync(
            Directory.EnumerateFiles(folder.Path, "*.html", SearchOption.AllDirectories).Single(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Programs_get_it_as_counts()
    {
        using var folder = Make();
        var load = JsonDocument.Parse(await SucceedAsync(folder, "run", "-o", "json")).RootElement.GetProperty("loads")[0];
        Assert.Equal(Told, load.GetProperty("told").GetString());
        var findings = load.GetProperty("findings");
        var key = findings.GetProperty("unknown_keys")[0];
        Assert.Equal(("Records", 1), (key.GetProperty("key").GetString(), key.GetProperty("records").GetInt64()));
        Assert.Equal(1, findings.GetProperty("empty_rows").GetInt64());
        Assert.Equal(2, findings.GetProperty("null_columns").GetArrayLength());
    }

    [Fact]
    public async Task A_script_tells_it_of_its_COPY()
    {
        const string OfScript = "no column takes the key sail (2 records): add a column or a path for what is wanted; no column has a value in 1 row of 2";
        using var folder = new ScriptFolder("""{"id":1,"name":"Alba","sail":2}{"sail":3}""");
        await folder.SqlAsync("create table boats (id int, name varchar(5))");
        var (exitCode, _, error) = await folder.SqlAsync("copy boats from 's3://harbour/boats' iam_role default json 'auto'");
        Assert.Equal(0, exitCode);
        Assert.Contains($"INFO:  Load into table 'boats' completed, 2 record(s) loaded successfully.\nWARNING:  {OfScript}\n", error);
        var (_, output, _) = await folder.SqlAsync("copy boats from 's3://harbour/boats' iam_role default json 'auto'", "-o", "json");
        Assert.Equal(OfScript, JsonDocument.Parse(output).RootElement[0].GetProperty("told").GetString());
    }

    [Fact]
    public async Task A_run_may_fail_of_it()
    {
        using var folder = Make();
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "starlift.yaml"), "unknown_keys: fail\n", TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await folder.RunAsync("run");
        Assert.Equal(4, exitCode);
        Assert.Contains("load boats has no column for the key Records (1 record), and unknown_keys is 'fail'", error);
    }

    static ScriptFolder Make() => new ScriptFolder("""{"Records":[{"id":1,"name":"a"},{"id":2,"name":"b"}]}""").AddProject();

    static async Task<string> SucceedAsync(ScriptFolder folder, params IReadOnlyList<string> arguments)
    {
        var (exitCode, output, error) = await folder.RunAsync(arguments);
        Assert.True(exitCode == 0, error);
        return output;
    }
}
