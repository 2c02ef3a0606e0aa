using System.Collections.Concurrent;

namespace Starlift.RedshiftStandIn;

/// <summary>LOCK TABLE: held by a session until its transaction ends.</summary>
sealed class StandInLocks
{
    readonly ConcurrentDictionary<string, SemaphoreSlim> _tables = new();

    /// <exception cref="StandInError">It took longer than statement_timeout allows.</exception>
    public async Task<SemaphoreSlim> TakeAsync(string table, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var gate = _tables.GetOrAdd(table, _ => new SemaphoreSlim(1, 1));
        return await gate.WaitAsync(timeout, cancellationToken)
            ? gate
            : throw new StandInError("57014", "Query cancelled: statement timeout");
    }
}
