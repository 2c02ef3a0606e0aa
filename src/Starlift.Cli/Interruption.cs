using System.Runtime.InteropServices;
using Starlift.Cli.Rendering;

namespace Starlift.Cli;

/// <summary>Turns the first Ctrl-C or termination signal into a cancellation; the second ends the process as if there were no handler.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _source = new();
    readonly List<PosixSignalRegistration> _registrations = [];
    readonly Terminal _terminal;

    /// <param name="terminal">Is told in one line what is going on.</param>
    public Interruption(Terminal terminal)
    {
        _terminal = terminal;
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
            return;
        }

        context.Cancel = true;
        _terminal.Error.WriteLine("starlift: stopping and rolling back; Ctrl-C again ends at once");
        _source.Cancel();
    }
}
