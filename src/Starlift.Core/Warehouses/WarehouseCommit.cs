using Starlift.Errors;

namespace Starlift.Warehouses;

/// <summary>A commit whose end is known.</summary>
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
