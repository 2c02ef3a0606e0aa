using System.Diagnostics;

namespace Starlift.CliTests;

/// <summary>SIGTERM ends whatever is going on, also what does not hear of it.</summary>
public sealed class TerminationTests(GeneratedSparkify generated)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_command_that_can_t_be_interrupted_is_ended()
    {
        // A file of the project that never comes to its end: reading it is no place where a command could hear of anything.
        using var folder = new ScriptFolder().AddProject();
        using var writer = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", "mkfifo tables/endless.sql && exec > tables/endless.sql && echo > opened && exec sleep 600"])
        {
            WorkingDirectory = folder.Path,
        })!;
        try
        {
            await IsThereAsync(Path.Combine(folder.Path, "tables", "endless.sql"));
            using var running = StarliftProcess.Start(folder.Path, ["plan"]);
            await IsThereAsync(Path.Combine(folder.Path, "opened"));
            running.Terminate();
            var (exitCode, _, error) = await running.EndAsync();
            Assert.Equal(130, exitCode);
            Assert.Equal(
                "starlift: stopping and rolling back; Ctrl-C again ends at once\n"
                    + "starlift: ended before it had stopped; starlift runs tells whether anything was published\n",
                error);
        }
        finally
        {
            writer.Kill();
        }
    }

    [Fact]
    public async Task A_run_is_rolled_back_and_ended()
    {
        using var folder = SparkifyFolder.Published(generated).Add("models/artists.sql", InterruptionTests.EndlessModel);
        var before = StarContent.Rows(folder.Database);
        using var running = StarliftProcess.Start(folder.Path, folder.Arguments("run", "--changed", "merge", "--var", $"data={generated.Second}"));
        await running.HasToldAsync(InterruptionTests.Building);
        running.Terminate();
        Assert.Equal(130, (await running.EndAsync()).ExitCode);
        Assert.Equal(before, StarContent.Rows(folder.Database));
    }

    [Fact]
    public async Task A_command_that_waits_for_a_target_is_ended()
    {
        using var folder = SparkifyFolder.Published(generated).Add("models/artists.sql", InterruptionTests.EndlessModel);
        using var running = StarliftProcess.Start(folder.Path, folder.Arguments("run", "--changed", "merge", "--var", $"data={generated.Second}"));
        await running.HasToldAsync(InterruptionTests.Building);
        using var waiting = StarliftProcess.Start(folder.Path, folder.Arguments("run", "--changed", "merge", "--var", $"data={generated.Second}", "--wait", "1h"));
        await waiting.HasToldAsync("starlift: waiting: ");
        waiting.Terminate();
        Assert.Equal(130, (await waiting.EndAsync()).ExitCode);
        running.Kill();
        await running.EndAsync();
    }

    [Fact]
    public async Task A_question_that_nobody_answers_is_ended()
    {
        Assert.SkipUnless(PseudoTerminal.IsThere, "needs Linux");
        using var folder = new ScriptFolder().AddProject();
        using var terminal = new PseudoTerminal();
        using var running = terminal.Start(folder.Path, ["reset"]);
        await terminal.HasSeenAsync("Go on? [y/N] ");
        await EndAsync(running);
        await terminal.HasSeenAsync("starlift: interrupted; nothing was published");
    }

    [Fact]
    public async Task A_script_that_nobody_types_is_ended()
    {
        Assert.SkipUnless(PseudoTerminal.IsThere, "needs Linux");
        using var folder = new ScriptFolder().AddProject();
        using var terminal = new PseudoTerminal();
        using var running = terminal.Start(folder.Path, ["sql", "-"]);
        await IsThereAsync(Path.Combine(folder.Path, "boats.duckdb"));
        await EndAsync(running);
    }

    static async Task EndAsync(Process running)
    {
        using var kill = Process.Start("/bin/sh", ["-c", $"kill -TERM {running.Id}"]);
        await running.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(130, running.ExitCode);
    }

    static async Task IsThereAsync(string path)
    {
        var started = Stopwatch.StartNew();
        while (!File.Exists(path))
        {
            Assert.True(started.Elapsed < Patience, $"{path} was never made");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }
}
