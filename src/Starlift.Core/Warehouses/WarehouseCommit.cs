using Starlift.Errors;

namespace Starlift.Warehouses;

/// <summary>Transactions and commits whose end is known.</summary>
static class WarehouseCommit
{
    /// <summary>Commits. Where the warehouse can't tell whether it has, somebody who knows what the transaction leaves looks.</summary>
    /// <param name="warehouse">In a transaction.</param>
    /// <param name="isThereAsync">Whether what the transaction leaves is there; asked in no transaction.</param>
    /// <exception cref="UnknownCommitException">Nor could it be looked for.</exception>
    /// <exception cref="StarliftException">Nothing is committed.</exception>
    public static async Task CommitAsync(this IWarehouse warehouse, Func<Task<bool>> isThereAsync)
    {
        try
        {
            await warehouse.CommitAsync();
        }
        catch (UnknownCommitException unknown)
        {
            if (!await IsThereAsync(isThereAsync, unknown))
            {
                throw unknown.NotCommitted();
            }
        }
    }

    /// <summary>Does the work in a transaction of its own; where it fails nothing of it remains.</summary>
    /// <param name="warehouse">In no transaction.</param>
    /// <param name="work">May be done again by whoever is told that nothing is committed.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    /// <exception cref="StarliftException">Nothing is committed, as far as the warehouse knows.</exception>
    public static async Task TransactAsync(this IWarehouse warehouse, Func<Task> work, CancellationToken cancellationToken)
    {
        await warehouse.BeginAsync(cancellationToken);
        try
        {
            await work();
            await warehouse.CommitAsync(() => Task.FromResult(false));
        }
        catch
        {
            await warehouse.RollbackAsync();
            throw;
        }
    }

    static async Task<bool> IsThereAsync(Func<Task<bool>> isThereAsync, UnknownCommitException unknown)
    {
        try
        {
            return await isThereAsync();
        }
        catch (StarliftException)
        {
            throw unknown;
        }
    }
}
