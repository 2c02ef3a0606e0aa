using Starlift.Errors;
using Starlift.History;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Tables;

/// <summary>
/// Drops the staging and star tables that Starlift has made for a project, makes them anew as the project now declares them, and forgets what
/// its loads have loaded, so that the next run loads everything. One transaction: it happens as a whole or not at all. The history of runs
/// stays, and so does every table that is not the project's own.
/// </summary>
/// <param name="project">Whose tables.</param>
/// <param name="warehouse">Where; in no transaction.</param>
/// <param name="time">Tells the time.</param>
public sealed class Reset(Project project, IWarehouse warehouse, TimeProvider time)
{
    /// <summary>The tables that would be dropped. Writes nothing.</summary>
    /// <exception cref="ConfigurationException">A table that the project would fill is not its own.</exception>
    public async Task<IReadOnlyList<TableName>> DropsAsync(CancellationToken cancellationToken) =>
        [.. Dropped(await LookAsync(cancellationToken)).Select(table => table.Name)];

    /// <summary>
    /// May be called on a target that never saw the project: then it makes its tables. Where a view reads a table, the target may refuse.
    /// </summary>
    /// <exception cref="ConfigurationException">A table that the project would fill is not its own; nothing is dropped.</exception>
    /// <exception cref="StarliftException">The target refused; everything is as it was.</exception>
    public async Task<ResetReport> RunAsync(CancellationToken cancellationToken)
    {
        // Refused before anything is written.
        await LookAsync(cancellationToken);
        await HistoryMending.MendAsync(warehouse, null, cancellationToken);
        var nextLoad = await LoadNumbers.TakeAsync(warehouse, 0, cancellationToken);
        await warehouse.BeginAsync(cancellationToken);
        try
        {
            var target = await LookAsync(cancellationToken);
            var dropped = new List<DroppedTable>();
            foreach (var table in Dropped(target))
            {
                dropped.Add(await DropAsync(table, cancellationToken));
            }

            await OwnTables.ForgetAsync(warehouse, [.. Dropped(target).Select(table => target.NameOf(table.Name))], cancellationToken);
            var made = await LookAsync(cancellationToken);
            var tables = new TablePreparation(project, warehouse, made);
            var now = time.GetUtcNow().UtcDateTime;
            await tables.PrepareStarsAsync(nextLoad, new HashSet<TableName>(), new HashSet<string>(), now, cancellationToken);
            if (made.DurableStaging(Staging).Count > 0)
            {
                await tables.PrepareStagingAsync(Staging, now, cancellationToken);
            }

            var forgotten = await Ledger.ForgetAsync(warehouse, LedgerKey.Of(project, made.Found), cancellationToken);
            await warehouse.CommitAsync(() => IsEmptyAsync(dropped, forgotten, made));
            await warehouse.FlushAsync();
            return new ResetReport(dropped, [.. TableOrder.Of(project.StarTables.Concat(made.DurableStaging(Staging))).Select(table => table.Name)], forgotten);
        }
        catch
        {
            await warehouse.RollbackAsync();
            throw;
        }
    }

    StagingKind Staging => warehouse.Capabilities.TemporaryStaging ? StagingKind.Temporary : StagingKind.Kept;

    async Task<TargetTables> LookAsync(CancellationToken cancellationToken)
    {
        var target = await TargetTables.ReadAsync(project, warehouse, [], null, cancellationToken);
        await target.LookAtStagingAsync(Staging, [], cancellationToken);
        target.ThrowIfForeign();
        return target;
    }

    /// <summary>Those first that refer to others.</summary>
    IReadOnlyList<Table> Dropped(TargetTables target) =>
        [.. TableOrder.Of(target.Stars.Where(target.IsThere).Concat(target.OwnStaging(Staging))).Reverse()];

    async Task<DroppedTable> DropAsync(Table table, CancellationToken cancellationToken)
    {
        var name = table.Name.Quoted;
        var rows = await warehouse.CountAsync($"select count(*) from {name}", cancellationToken);
        await warehouse.ExecuteAsync($"drop table {name}", cancellationToken);
        return new DroppedTable(table.Name, rows);
    }

    /// <summary>Nothing is there of what was there before. Where nothing was, nobody can tell, nor does anybody miss it.</summary>
    async Task<bool> IsEmptyAsync(IReadOnlyList<DroppedTable> dropped, long forgotten, TargetTables target)
    {
        foreach (var table in dropped.Where(table => table.Rows > 0))
        {
            return await warehouse.ColumnsOfAsync(table.Table, CancellationToken.None) is null
                || await warehouse.CountAsync($"select count(*) from {table.Table.Quoted}", CancellationToken.None) == 0;
        }

        return forgotten == 0 || (await Ledger.ReadAsync(warehouse, project, target.Found, null, CancellationToken.None)).Count == 0;
    }
}
