using System.Runtime.InteropServices;
using Starlift.Cli.Streams;
using Starlift.Errors;

namespace Starlift.Cli.Terminals;

/// <summary>
/// Turns the first Ctrl-C or termination signal into a cancellation; the second ends the process as if there were no handler. After a
/// termination signal the process ends within two seconds, whatever it is doing: whoever sends one kills what is left after a while.
/// </summary>
sealed class Interruption : IDisposable
{
    /// <summary>Together they stay below two seconds.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    static readonly TimeSpan PatienceForLastWords = TimeSpan.FromSeconds(0.2);

    readonly CancellationTokenSource _source = new();
    readonly List<PosixSignalRegistration> _registrations = [];
    readonly Terminal _terminal;
    readonly Func<bool> _undoes;

    /// <param name="terminal">Is told in one line what is going on.</param>
    /// <param name="undoes">The command has something to undo outside the process, for which there is no limit.</param>
    public Interruption(Terminal terminal, Func<bool> undoes)
    {
        (_terminal, _undoes) = (terminal, undoes);
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    void Handle(PosixSignalContext context)
    {
        if (_source.IsCancellationRequested)
        {
            _terminal.ShowCursor();
            return;
        }

        context.Cancel = true;
        if (context.Signal == PosixSignal.SIGTERM && !_undoes())
        {
            // A thread of its own: the pool's may all be busy with what does not end.
            new Thread(EndSoon) { IsBackground = true }.Start();
        }

        _terminal.Error.WriteLine("starlift: stopping and rolling back; Ctrl-C again ends at once");
        _source.Cancel();
    }

    // What is not committed by then is rolled back by the engine: as it is for a process that is killed.
    void EndSoon()
    {
        using var never = new ManualResetEventSlim();
        never.Wait(Patience);
        var lastWords = new Thread(() =>
        {
            _terminal.ShowCursor();
            _terminal.Error.WriteLine($"starlift: ended before it had stopped; {_terminal.Achieved ?? "starlift runs tells whether anything was published"}");
        });
        lastWords.IsBackground = true;
        lastWords.Start();
        lastWords.Join(PatienceForLastWords);
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit((int)ExitCode.Interrupted);
        }

        Posix.Exit((int)ExitCode.Interrupted);
    }
}
