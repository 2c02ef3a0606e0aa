using System.Runtime.InteropServices;

namespace Starlift.Cli;

/// <summary>Turns the first Ctrl-C or termination signal into a cancellation; the second ends the process as if there were no handler.</summary>
sealed class Interruption : IDisposable
{
    readonly CancellationTokenSource _source = new();
    readonly List<PosixSignalRegistration> _registrations = [];
    readonly TextWriter _error;

    /// <param name="error">Gets one line that says what is going on.</param>
    public Interruption(TextWriter error)
    {
        _error = error;
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
        _error.WriteLine("starlift: stopping and rolling back; Ctrl-C again ends at once");
        _source.Cancel();
    }
}
