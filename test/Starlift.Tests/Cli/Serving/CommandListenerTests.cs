using Starlift.Cli.Serving;
using Starlift.Errors;

namespace Starlift.Tests.Cli.Serving;

public sealed class CommandListenerTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("starlift-listener-");

    static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Database => Path.Combine(_folder.FullName, "dev.duckdb");

    [Fact]
    public async Task A_command_is_executed_with_what_its_process_has()
    {
        using var terminal = new ScratchTerminal("yes\n", isTerminal: true);
        await using var listener = CommandListener.Start(Database, async (surroundings, arguments, cancel) =>
        {
            Assert.Equal(["run", "--all", ""], arguments);
            Assert.Equal("/home/ada", surroundings.CurrentFolder);
            Assert.True(await surroundings.Terminal.ConfirmAsync("Sure", yes: false, cancel));
            await surroundings.Terminal.Out.WriteLineAsync("größer");
            await surroundings.Terminal.Verbatim.FlushAsync(cancel);
            return ExitCode.ChecksFailed;
        });
        Assert.Equal(ExitCode.ChecksFailed, await AskAsync(terminal, RequestOf(terminal, "run", "--all", ""), Stop));
        Assert.Equal(("größer\n", "Sure. Go on? [y/N] "), (terminal.Out, terminal.Error));
    }

    [Fact]
    public async Task What_was_read_already_is_read_there_again()
    {
        using var terminal = new ScratchTerminal("select 1;\nselect 2;");
        await terminal.Terminal.ReadToEndAsync(Stop);
        var read = "";
        await using var listener = CommandListener.Start(Database, async (surroundings, _, cancel) =>
        {
            read = await surroundings.Terminal.ReadToEndAsync(cancel);
            return ExitCode.Done;
        });
        Assert.Equal(ExitCode.Done, await AskAsync(terminal, RequestOf(terminal, "sql"), Stop));
        Assert.Equal("select 1;\nselect 2;", read);
    }

    [Fact]
    public async Task An_interruption_reaches_it()
    {
        using var terminal = new ScratchTerminal();
        using var interruption = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using var listener = CommandListener.Start(Database, async (_, _, cancel) =>
        {
            await interruption.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, cancel));
            return ExitCode.Interrupted;
        });
        Assert.Equal(ExitCode.Interrupted, await AskAsync(terminal, RequestOf(terminal, "run"), interruption.Token));
    }

    [Fact]
    public async Task Another_version_and_other_credentials_are_refused()
    {
        using var terminal = new ScratchTerminal();
        await using var listener = CommandListener.Start(Database, (_, _, _) => throw new InvalidOperationException("it was executed"));
        Assert.Equal(ExitCode.Locked, await AskAsync(terminal, RequestOf(terminal, "query") with { Version = "0.0.1" }, Stop));
        Assert.Contains("and this command 0.0.1", terminal.Error, StringComparison.Ordinal);
        var run = RequestOf(terminal, "run") with { ReadsObjects = true, Variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>().ToDictionary(each => (string)each.Key, each => (string)each.Value!) };
        var other = run with { Variables = new Dictionary<string, string>(run.Variables) { ["AWS_OF_ANOTHER"] = "1" } };
        Assert.Equal(ExitCode.Locked, await AskAsync(terminal, other, Stop));
        Assert.Contains("another AWS_OF_ANOTHER than this command", terminal.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_note_that_leads_nowhere_leaves_the_file_held()
    {
        ServedFile.Write(Database, Path.Combine(_folder.FullName, "gone"));
        using var terminal = new ScratchTerminal();
        var failed = await Assert.ThrowsAsync<StarliftException>(() => AskAsync(terminal, RequestOf(terminal, "query"), Stop));
        Assert.Equal((ExitCode.Locked, "held"), (failed.ExitCode, failed.Problems[0].What));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    static CommandRequest RequestOf(ScratchTerminal terminal, params IReadOnlyList<string> arguments) => CommandRequest.Of(arguments, readsObjects: false, terminal.Surroundings);

    Task<ExitCode> AskAsync(ScratchTerminal terminal, CommandRequest request, CancellationToken cancel)
    {
        var held = new StarliftException(ExitCode.Locked, new Problem("held"));
        return ServedCommand.RunAsync(new ServedException(held, ServedFile.Find(Database)!), request, terminal.Terminal, cancel);
    }
}
