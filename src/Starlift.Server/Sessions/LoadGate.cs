using Starlift.History;
using Starlift.Warehouses;

namespace Starlift.Server.Sessions;

/// <summary>
/// Gives the loads of all sessions their numbers, one after the other and beside the transaction that a load stands in, which could not give one
/// that others see. Thread-safe.
/// </summary>
/// <param name="open">A warehouse that is in no transaction.</param>
sealed class LoadGate(Func<CancellationToken, Task<IWarehouse>> open) : IDisposable
{
    readonly SemaphoreSlim _gate = new(1, 1);

    /// <exception cref="Errors.StarliftException">None was given.</exception>
    public async Task<long> TakeAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await using var warehouse = await open(cancellationToken);
            return await LoadHistory.TakeIdsAsync(warehouse, 1, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();
}
