namespace Starlift.CliTests;

/// <summary>Standard streams that can't be written or read: one sentence where there is somebody to tell, an exit code of the table, no crash.</summary>
public sealed class StreamTests
{
    /// <summary>More than a pipe holds.</summary>
    const string Much = "query \"select repeat('x', 1000000)\" --duckdb :memory: -o csv";

    [Theory]
    [InlineData("> /dev/full", "No space left on device")]
    [InlineData(">&-", "Bad file descriptor")]
    public async Task A_result_that_can_t_be_written_is_told(string redirection, string reason)
    {
        using var folder = new ScriptFolder();
        var (exitCode, output, error) = await folder.ShellAsync($"starlift query \"select 1\" --duckdb :memory: {redirection}");
        Assert.Equal(
            (9, "", $"starlift: the result can't be written to stdout: {reason}\nhint: check what stdout leads to, and write it again\n"), (exitCode, output, error));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--help")]
    [InlineData("completion bash")]
    [InlineData("iam print -p . -t local")]
    [InlineData("run -o json")]
    [InlineData(Much)]
    public async Task Whatever_is_written_it_is_no_crash(string arguments)
    {
        using var folder = new ScriptFolder().AddProject();
        Assert.Equal(9, (await folder.ShellAsync($"starlift {arguments} > /dev/full")).ExitCode);
        Assert.Equal(9, (await folder.ShellAsync($"starlift {arguments} >&-")).ExitCode);
    }

    [Theory]
    [InlineData("> /dev/full")]
    [InlineData(">&-")]
    public async Task A_run_that_can_t_tell_its_summary_says_that_it_was_published(string redirection)
    {
        using var folder = new ScriptFolder().AddProject();
        var (exitCode, _, error) = await folder.ShellAsync($"starlift run {redirection}");
        Assert.Equal(9, exitCode);
        Assert.EndsWith("write it again\nstarlift: run 1 was published all the same\n", error);
        Assert.Equal((0, "name\nAlba\n"), ExitAndOut(await folder.RunAsync("query", "select name from names", "-o", "csv")));
    }

    [Fact]
    public async Task A_closed_stdout_is_no_file_of_the_warehouse()
    {
        using var folder = new ScriptFolder().AddProject();
        await folder.ShellAsync("starlift run <&- >&- 2>&-");
        await folder.ShellAsync("starlift query \"select name, 'a text of a result' from names\" <&- >&- 2>&-");
        Assert.DoesNotContain(
            "a text of a result", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder.Path, "boats.duckdb"), TestContext.Current.CancellationToken)));
        Assert.Equal((0, "name\nAlba\n"), ExitAndOut(await folder.RunAsync("query", "select name from names", "-o", "csv")));
    }

    [Theory]
    [InlineData("2> /dev/full")]
    [InlineData("2>&-")]
    [InlineData("2> /dev/full --log-format json")]
    public async Task A_run_goes_on_where_its_progress_can_t_be_written(string redirection)
    {
        using var folder = new ScriptFolder().AddProject();
        Assert.Equal(0, (await folder.ShellAsync($"starlift run {redirection}")).ExitCode);
        Assert.Equal(2, (await folder.ShellAsync($"starlift nonsense {redirection}")).ExitCode);
    }

    [Fact]
    public async Task A_reader_that_has_read_enough_ends_it_quietly()
    {
        using var folder = new ScriptFolder();
        Assert.Equal((0, "repea\n141\n"), ExitAndOut(await folder.ShellAsync($"{{ starlift {Much}; echo $? >&3; }} 3> code | head -c 5; echo; cat code")));
        Assert.Equal("", (await folder.ShellAsync($"starlift {Much} | head -c 5")).Error);
    }

    /// <summary>A result of 10^15 rows: whoever asked for all of them first would never see one.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("json")]
    [InlineData("text")]
    public async Task Rows_are_written_as_they_come(string format)
    {
        using var folder = new ScriptFolder();
        var numbers = string.Join(" cross join ", Enumerable.Range(0, 5).Select(i => $"(select 1 as a{i} {string.Concat(Enumerable.Repeat("union all select 1 ", 999))}) t{i}"));
        await File.WriteAllTextAsync(System.IO.Path.Combine(folder.Path, "sql"), $"select t0.a0 from {numbers}", TestContext.Current.CancellationToken);
        Assert.Equal(
            (0, "141\n"),
            ExitAndOut(await folder.ShellAsync($"{{ starlift query \"$(cat sql)\" --duckdb :memory: -o {format}; echo $? >&3; }} 3> code | head -n 2000 > rows; cat code")));
    }

    [Fact]
    public async Task A_run_whose_summary_nobody_reads_says_that_it_was_published()
    {
        using var folder = new ScriptFolder().AddProject();
        var (_, output, error) = await folder.ShellAsync("mkfifo go; { read line < go; starlift run; echo $? > code; } | { exec <&-; echo > go; }; cat code");
        Assert.Equal("141\n", output);
        Assert.EndsWith("starlift: run 1 was published all the same\n", error);
    }

    [Fact]
    public async Task A_closed_stdin_is_told()
    {
        using var folder = new ScriptFolder();
        Assert.Equal(
            (2, "", "starlift: stdin can't be read: Bad file descriptor\nhint: pipe something in, or give a file\n"),
            await folder.ShellAsync("starlift sql - --duckdb :memory: <&-"));
    }

    [Theory]
    [InlineData("/nonexistent")]
    [InlineData("/dev/null")]
    public async Task A_temporary_folder_that_is_none_is_told(string folderName)
    {
        using var folder = new ScriptFolder("""{"id":"x"}""").AddProject("copy boats from '${data}/' iam_role default json 'auto' maxerror 10");
        var (exitCode, _, error) = await folder.ShellAsync($"TMPDIR={folderName} starlift run");
        Assert.Equal(1, exitCode);
        Assert.Contains($"starlift: rejects can't be kept in the temporary folder {folderName}/: ", error);
        Assert.EndsWith("hint: name a folder with room by the environment variable TMPDIR\n", error);
    }

    [Fact]
    public async Task A_temporary_folder_that_is_full_is_told()
    {
        var records = string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{{\"id\":\"{new string('x', 100)}\"}}\n"));
        using var folder = new ScriptFolder(records);
        folder.Add("copy.sql", "create table boats (id int, name varchar(5));\ncopy boats from 's3://harbour/boats' iam_role default json 'auto' maxerror 100000;\n");
        // A limit of files' sizes stands for a disk without room; .NET keeps its code in such a file, unless it is told not to.
        var (exitCode, _, error) = await folder.ShellAsync(
            "trap '' XFSZ; ulimit -f 64; DOTNET_EnableWriteXorExecute=0 starlift sql copy.sql --duckdb :memory: --s3-root buckets");
        Assert.True(exitCode == 1, $"{exitCode}: {error}");
        Assert.Contains("starlift: rejects can't be kept in the temporary folder ", error);
    }

    [Theory]
    [InlineData("boats.json/x.duckdb")]
    [InlineData("/sys/starlift/x.duckdb")]
    public async Task A_folder_that_can_t_be_made_for_the_database_is_told(string path)
    {
        using var folder = new ScriptFolder().AddProject().Add("boats.json", "");
        folder.Add("starlift.yaml", $"name: harbour\nvars:\n  data: ./buckets/harbour\ndefault_target: local\ntargets:\n  local:\n    type: duckdb\n    path: {path}\n");
        var (exitCode, _, error) = await folder.RunAsync("run");
        Assert.Equal(5, exitCode);
        Assert.Matches(@"^starlift: the folder of .*x\.duckdb can't be made: .+\nhint: check the target's path, and who may write there\n$", error);
    }

    [Fact]
    public async Task A_project_that_can_t_be_made_is_told()
    {
        using var folder = new ScriptFolder();
        var (exitCode, _, error) = await folder.ShellAsync("starlift init /sys/starlift");
        Assert.Equal(5, exitCode);
        Assert.Matches("^starlift: the system refuses: .+\nhint: check who may read and write there\n$", error);
    }

    static (int, string) ExitAndOut((int ExitCode, string Out, string Error) ended) => (ended.ExitCode, ended.Out);
}
