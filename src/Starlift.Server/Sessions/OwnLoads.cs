using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Server.Sessions;

/// <summary>
/// The loads of a session of Starlift's own, whose target the server is: Starlift keeps their history itself, and asks the system views for what came of them. Not thread-safe.
/// </summary>
/// <param name="warehouse">The session's.</param>
/// <param name="views">Are told of them.</param>
/// <param name="store">Where COPY finds objects.</param>
/// <param name="process">The session's number.</param>
/// <param name="time">Tells the time.</param>
sealed class OwnLoads(IWarehouse warehouse, LoadViews views, IObjectStore store, int process, TimeProvider time)
{
    public LoadViews Views => views;

    /// <param name="copy">The statement.</param>
    /// <param name="isInBlock">It stands in a block, which does not survive its failure; else it is a transaction of its own.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StarliftException">It failed.</exception>
    public async Task<StatementResult> CopyAsync(CopyStatement copy, bool isInBlock, CancellationToken cancellationToken)
    {
        var place = copy.Source.PlaceOf(copy.Source.Start);
        var table = await warehouse.DefinitionOfAsync(copy.Table, cancellationToken)
            ?? throw new StarliftException(ExitCode.RunFailed, new Problem($"Cannot COPY into nonexistent table {copy.Table}", place));
        var objects = await ObjectListing.ListAsync(store, copy, _ => { }, cancellationToken);
        if (objects.Count == 0)
        {
            throw ObjectListing.NothingFound(copy);
        }

        var startedAt = time.GetUtcNow().UtcDateTime;
        using var result = await LoadAsync(copy, table, objects, isInBlock, cancellationToken);
        var query = await views.NoteAsync(process, result, startedAt, cancellationToken);
        if (result.Failed)
        {
            throw new StarliftException(ExitCode.Rejects, new Problem($"Load into table '{copy.Table.Name}' failed.  Check 'sys_load_error_detail' system table for details.", place));
        }

        await warehouse.RememberCopyAsync(query, result.RowsLoaded, cancellationToken);
        return new StatementResult(copy, null, result.RowsLoaded, CopyMessages.Of(copy, result));
    }

    async Task<CopyResult> LoadAsync(CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, bool isInBlock, CancellationToken cancellationToken)
    {
        if (isInBlock)
        {
            return await warehouse.CopyAsync(copy, table, objects, new CopyProgress(), cancellationToken);
        }

        await warehouse.BeginAsync(cancellationToken);
        try
        {
            var result = await warehouse.CopyAsync(copy, table, objects, new CopyProgress(), cancellationToken);
            await (result.Failed ? warehouse.RollbackAsync() : warehouse.CommitAsync());
            return result;
        }
        catch
        {
            await warehouse.RollbackAsync();
            throw;
        }
    }
}
