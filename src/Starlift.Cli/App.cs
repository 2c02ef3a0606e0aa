using System.CommandLine;
using Starlift.Cli.Commands;
using Starlift.Cli.Rendering;
using Starlift.Errors;

namespace Starlift.Cli;

/// <summary>From a command line to an exit code: parses, runs the command and tells errors.</summary>
sealed class App
{
    readonly Surroundings _surroundings;
    readonly StarliftRoot _root;

    /// <param name="surroundings">What the process gives.</param>
    /// <param name="commands">The commands; null for all there are. Tests give their own.</param>
    public App(Surroundings surroundings, Func<Surroundings, Settings.GlobalSymbols, IEnumerable<StarliftCommand>>? commands = null)
    {
        _surroundings = surroundings;
        _root = new StarliftRoot(surroundings, commands ?? AllCommands.Of);
    }

    /// <summary>Never throws; whatever happens is told on stderr and by the exit code.</summary>
    public async Task<ExitCode> RunAsync(IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        try
        {
            var parsed = _root.Parse(arguments);
            if (_root.LogsJson(parsed, _surroundings))
            {
                _surroundings.Terminal.LogAsJson(TimeProvider.System);
            }

            return await InvokeAsync(parsed, cancel);
        }
        catch (StarliftException error)
        {
            ProblemLines.Write(_surroundings.Terminal.Error, error.Problems);
            return error.ExitCode;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await _surroundings.Terminal.Error.WriteLineAsync("starlift: interrupted; nothing was published");
            return ExitCode.Interrupted;
        }
        catch (Exception error)
        {
            await _surroundings.Terminal.Error.WriteLineAsync($"starlift: a bug of Starlift's own, please report it\n{error}");
            return ExitCode.RunFailed;
        }
        finally
        {
            await _surroundings.Terminal.Out.FlushAsync(CancellationToken.None);
        }
    }

    async Task<ExitCode> InvokeAsync(ParseResult parsed, CancellationToken cancel)
    {
        if (parsed.Errors.Count > 0 && parsed.Action is System.CommandLine.Invocation.ParseErrorAction)
        {
            throw new ConfigurationException(CommandLineProblems.Of(parsed));
        }

        var configuration = new InvocationConfiguration
        {
            Output = _surroundings.Terminal.Out,
            Error = _surroundings.Terminal.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return (ExitCode)await parsed.InvokeAsync(configuration, cancel);
    }
}
