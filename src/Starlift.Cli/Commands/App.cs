using System.CommandLine;
using Starlift.Cli.Serving;
using Starlift.Cli.Settings;
using Starlift.Cli.Streams;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Cli.Commands;

/// <summary>From a command line to an exit code: parses, runs the command and tells errors.</summary>
sealed class App
{
    readonly Surroundings _surroundings;
    readonly StarliftRoot _root;

    /// <param name="surroundings">What the process gives.</param>
    /// <param name="commands">The commands; null for all there are. Tests give their own.</param>
    public App(Surroundings surroundings, Func<Surroundings, GlobalSymbols, IEnumerable<StarliftCommand>>? commands = null)
    {
        _surroundings = surroundings;
        _root = new StarliftRoot(surroundings, commands ?? AllCommands.Of);
    }

    /// <summary>A command that meets a database which a server holds is executed by the server.</summary>
    public bool WorksThroughServers { get; init; } = true;

    /// <inheritdoc cref="StarliftCommand.UndoesWhenInterrupted"/>
    public bool UndoesWhenInterrupted { get; private set; }

    /// <summary>Never throws; whatever happens is told on stderr and by the exit code.</summary>
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        var code = await TellAsync(() => ExecuteAsync(arguments, cancel), cancel);
        // What a command that failed has said before goes out too. That this fails as well is told where nothing else was.
        var flushed = await TellAsync(FlushAsync, cancel);
        return code == ExitCode.Done ? flushed : code;
    }

    async Task<ExitCode> TellAsync(Func<Task<ExitCode>> work, CancellationToken cancel)
    {
        var terminal = _surroundings.Terminal;
        try
        {
            return await work();
        }
        catch (UnwritableOutputException error) when (error.ReaderIsGone && terminal.Achieved is null)
        {
            return error.ExitCode;
        }
        catch (StarliftException error)
        {
            ProblemLines.Write(terminal.Error, error.Problems);
            TellAchieved();
            return error.ExitCode;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Error.WriteLine($"starlift: interrupted; {terminal.Achieved ?? "nothing was published"}");
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            ProblemLines.Write(terminal.Error, [SystemProblems.Of(error)]);
            TellAchieved();
            return SystemProblems.CodeOf(error);
        }
        catch (Exception error)
        {
            ProblemLines.WriteBug(terminal.Error, error);
            TellAchieved();
            return ExitCode.RunFailed;
        }
    }

    async Task<ExitCode> ExecuteAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        // What begins with @ is an argument like any other, and no file of arguments.
        var parsed = _root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (_root.LogsJson(parsed, _surroundings))
        {
            _surroundings.Terminal.LogAsJson(TimeProvider.System);
        }

        return await InvokeAsync(parsed, arguments, cancel);
    }

    async Task<ExitCode> InvokeAsync(ParseResult parsed, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
        {
            throw new ConfigurationException(CommandLineProblems.Of(parsed));
        }

        UndoesWhenInterrupted = parsed.CommandResult.Command is StarliftCommand { UndoesWhenInterrupted: true };
        var configuration = new InvocationConfiguration
        {
            Output = _surroundings.Terminal.Verbatim,
            Error = _surroundings.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        try
        {
            return (ExitCode)await parsed.InvokeAsync(configuration, cancel);
        }
        catch (ServedException served) when (WorksThroughServers && parsed.CommandResult.Command is StarliftCommand { WorksThroughServers: true } command)
        {
            var request = CommandRequest.Of(arguments, command.Options.Any(option => option.Name == S3Symbols.RootName), _surroundings);
            return await ServedCommand.RunAsync(served, request, _surroundings.Terminal, cancel);
        }
    }

    async Task<ExitCode> FlushAsync()
    {
        await _surroundings.Terminal.Verbatim.FlushAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    // Whoever reads that something failed must not take what was done for undone.
    void TellAchieved()
    {
        if (_surroundings.Terminal.Achieved is { } achieved)
        {
            _surroundings.Terminal.Error.WriteLine($"starlift: {achieved} all the same");
        }
    }
}
