namespace Starlift.Warehouses;

/// <summary>Reading of several tables that are to fit together, while others publish.</summary>
public static class WarehouseSnapshot
{
    /// <summary>Reads in one transaction that sees the warehouse at one moment, and leaves nothing.</summary>
    /// <param name="warehouse">In no transaction.</param>
    /// <param name="readAsync">Asks; begins and ends no transaction.</param>
    /// <param name="cancellationToken">Ends the beginning.</param>
    public static async Task<T> ReadAsync<T>(this IWarehouse warehouse, Func<Task<T>> readAsync, CancellationToken cancellationToken)
    {
        await warehouse.BeginReadingAsync(cancellationToken);
        try
        {
            return await readAsync();
        }
        finally
        {
            await warehouse.RollbackAsync();
        }
    }
}
