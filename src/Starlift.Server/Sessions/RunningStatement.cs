using System.Diagnostics;

namespace Starlift.Server.Sessions;

/// <summary>The statement that a session executes now, for whoever wants to cancel it. Thread-safe.</summary>
sealed class RunningStatement
{
    readonly Lock _gate = new();
    CancellationTokenSource? _now;

    /// <summary>A statement begins; disposing of what is returned ends it.</summary>
    /// <param name="timeout">How long it may take; null for as long as it takes.</param>
    /// <param name="cancellationToken">Cancels it too.</param>
    public Scope Begin(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        var source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        if (timeout is { } limit)
        {
            source.CancelAfter(limit);
        }

        lock (_gate)
        {
            _now = source;
        }

        return new Scope(this, source, timeout);
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
    public sealed class Scope(RunningStatement owner, CancellationTokenSource source, TimeSpan? timeout) : IDisposable
    {
        readonly long _since = Stopwatch.GetTimestamp();

        /// <summary>It has taken as long as it may.</summary>
        public bool IsOver => timeout is { } limit && Stopwatch.GetElapsedTime(_since) >= limit;

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
