namespace Starlift.Server.Sessions;

/// <summary>The statement that a session executes now, for whoever wants to cancel it. Thread-safe.</summary>
sealed class RunningStatement
{
    readonly Lock _gate = new();
    CancellationTokenSource? _now;

    /// <summary>A statement begins; disposing of what is returned ends it.</summary>
    /// <param name="cancellationToken">Cancels it too.</param>
    public Scope Begin(CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        lock (_gate)
        {
            _now = source;
        }

        return new Scope(this, source);
    }

    /// <summary>Does nothing where no statement is executed.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            _now?.Cancel();
        }
    }

    /// <summary>One execution.</summary>
    public sealed class Scope(RunningStatement owner, CancellationTokenSource source) : IDisposable
    {
        public CancellationToken Token => source.Token;

        public void Dispose()
        {
            lock (owner._gate)
            {
                owner._now = null;
                source.Dispose();
            }
        }
    }
}
