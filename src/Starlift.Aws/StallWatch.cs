namespace Starlift.Aws;

/// <summary>Cancels an attempt that brings no more than a trickle. Used by one attempt, by one thread at a time.</summary>
sealed class StallWatch : IDisposable
{
    /// <summary>Bytes within the time-out that tell a slow line from a stall.</summary>
    const int LeastProgress = 16 * 1024;

    readonly CancellationTokenSource _source;
    readonly TimeSpan _timeout;
    int _received;

    public StallWatch(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source.CancelAfter(timeout);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The attempt has brought enough to be called getting on.</summary>
    public bool HasProgressed { get; private set; }

    public void Received(int bytes)
    {
        _received += bytes;
        if (_received >= LeastProgress)
        {
            _received = 0;
            HasProgressed = true;
            _source.CancelAfter(_timeout);
        }
    }

    /// <summary>What was received is of no use.</summary>
    public void Lost() => HasProgressed = false;

    public void Dispose() => _source.Dispose();
}
