using Starlift.Cli.Commands;
using Starlift.Cli.Settings;
using Starlift.Cli.Terminals;
using Starlift.Errors;

namespace Starlift.Tests.Cli;

/// <summary>A terminal, or files in its place, that keeps what was written.</summary>
sealed class ScratchTerminal : IDisposable
{
    readonly StringWriter _out = new() { NewLine = "\n" };
    readonly StringWriter _error = new() { NewLine = "\n" };

    public ScratchTerminal(string input = "", bool isTerminal = false)
    {
        Terminal = new Terminal(new StringReader(input), _out, _error)
        {
            InIsTerminal = isTerminal,
            OutIsTerminal = isTerminal,
            ErrorIsTerminal = isTerminal,
        };
        Surroundings = new Surroundings(Terminal, name => Environment.GetValueOrDefault(name), "/home/ada");
    }

    public Terminal Terminal { get; }

    public Surroundings Surroundings { get; }

    public Dictionary<string, string> Environment { get; } = [];

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    /// <summary>Runs a command line; a command named "try" does <paramref name="work"/>.</summary>
    public Task<ExitCode> RunAsync(string commandLine, Func<GlobalOptions, CancellationToken, Task<ExitCode>>? work = null) =>
        RunUntilAsync(commandLine, work, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="RunAsync"/>
    public Task<ExitCode> RunUntilAsync(string commandLine, Func<GlobalOptions, CancellationToken, Task<ExitCode>>? work, CancellationToken cancel) =>
        new App(Surroundings, (surroundings, symbols) => work is null ? AllCommands.Of(surroundings, symbols) : [new TryCommand(surroundings, symbols, work)])
            .RunAsync(commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries), cancel);

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }
}
