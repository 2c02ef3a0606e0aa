namespace Starlift.CliTests;

/// <summary>What a person is told who has dropped one of Starlift's own tables.</summary>
public sealed class DroppedHistoryTests
{
    [Fact]
    public async Task Whoever_asks_for_a_ledger_that_was_dropped_is_told_so()
    {
        using var folder = await LoadedAsync();
        await SqlAsync(folder, "drop table starlift.ledger");
        string[] asking = ["plan", "run", "ledger", "reconcile"];
        foreach (var command in asking)
        {
            var (exitCode, _, error) = await folder.RunAsync(command);
            Assert.Equal((command, 2), (command, exitCode));
            Assert.Equal(
                """
                starlift: starlift.ledger was dropped from the target, so nothing says which objects its star tables hold: public.names
                hint: bring the table back from a backup, or begin anew with starlift reset

                """,
                error);
        }

        var doctor = await folder.RunAsync("doctor");
        Assert.Equal(2, doctor.ExitCode);
        Assert.Matches(@"(?m)^failed +history +starlift\.ledger was dropped from the target, ", doctor.Out);

        // A script makes it again, for what it loads itself.
        await SqlAsync(folder, "create table visits (id int); copy visits from 'buckets/harbour/' iam_role default json 'auto'");
        foreach (var command in asking)
        {
            var (exitCode, _, error) = await folder.RunAsync(command);
            Assert.Equal((command, 2), (command, exitCode));
            Assert.Contains("hint: begin anew with starlift reset; whoever has brought its rows back from a backup sets their kind in starlift.tables to 'star'\n", error);
        }

        Assert.Equal(0, (await folder.RunAsync("reset", "-y")).ExitCode);
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        Assert.Equal(0, (await folder.RunAsync("reconcile")).ExitCode);
    }

    [Fact]
    public async Task A_star_that_nobody_remembers_is_refused_until_somebody_says_whose_it_is()
    {
        using var folder = await LoadedAsync();
        await SqlAsync(folder, "drop table starlift.tables");
        foreach (var command in new string[][] { ["plan"], ["run"], ["run"], ["reset", "-y"] })
        {
            var (exitCode, _, error) = await folder.RunAsync(command);
            Assert.Equal((command[0], 2), (command[0], exitCode));
            Assert.Contains("starlift: table names is on the target already, and starlift.tables, which said whose it is, was dropped\n", error);
            Assert.Contains("hint: if it is this project's all the same, starlift run --adopt names takes it\n", error);
        }

        Assert.Equal(0, (await folder.RunAsync("run", "--adopt", "names")).ExitCode);
        Assert.StartsWith("plan    boats: 0 new, 0 changed, 1 unchanged, 0 vanished\n", (await folder.RunAsync("run")).Error);
    }

    [Fact]
    public async Task Rejects_that_were_dropped_are_told_as_lost()
    {
        using var folder = await LoadedAsync("""{"id":1,"name":"Alba"}{"id":"x"}""");
        Assert.Matches(@"(?m)^ok +history +Starlift's own tables are there$", (await folder.RunAsync("doctor")).Out);
        await SqlAsync(folder, "drop table starlift.rejects");
        Assert.Matches(@"(?m)^ok +history +the next run makes starlift\.rejects, which ", (await folder.RunAsync("doctor")).Out);
        var (exitCode, output, error) = await folder.RunAsync("rejects");
        Assert.Equal((0, "0 rejects\n", "starlift: 1 reject can't be shown: starlift.rejects, which held it, was dropped\n"), (exitCode, output, error));
        (exitCode, _, error) = await folder.RunAsync("reconcile");
        Assert.Equal((0, "starlift: starlift.rejects was dropped: of the rejects that the history counts, 1 can't be shown\n"), (exitCode, error));
        Assert.Equal(0, (await folder.RunAsync("run")).ExitCode);
        Assert.Equal(0, (await folder.RunAsync("reconcile")).ExitCode);
    }

    static async Task<ScriptFolder> LoadedAsync(string records = """{"id":1,"name":"Alba"}""")
    {
        var folder = new ScriptFolder(records).AddProject("copy boats from '${data}/' iam_role default json 'auto' maxerror 5");
        var (exitCode, _, error) = await folder.RunAsync("run");
        Assert.True(exitCode == 0, error);
        return folder;
    }

    static async Task SqlAsync(ScriptFolder folder, string script)
    {
        var (exitCode, _, error) = await folder.Add("a.sql", script).RunAsync("sql", "a.sql");
        Assert.True(exitCode == 0, error);
    }
}
