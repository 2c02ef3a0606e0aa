using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Runs;

/// <summary>
/// Drops a project's staging and star tables, makes them anew as the project now declares them, and forgets what its loads have
/// loaded, so that the next run loads everything. One transaction: it happens as a whole or not at all. The history of runs stays.
/// </summary>
/// <param name="project">Whose tables.</param>
/// <param name="warehouse">Where; in no transaction.</param>
public sealed class Reset(Project project, IWarehouse warehouse)
{
    /// <summary>The tables that are dropped and made anew, those first that others refer to.</summary>
    public IReadOnlyList<Table> Tables { get; } = TableOrder.Of(project.Tables.Where(table => IsFilled(project, table)));

    /// <summary>
    /// May be called on a target that never saw the project: then it makes its tables. Where a view reads a table, the target may refuse.
    /// </summary>
    /// <exception cref="Errors.StarliftException">The target refused; everything is as it was.</exception>
    public async Task<ResetReport> RunAsync(CancellationToken cancellationToken)
    {
        await warehouse.BeginAsync(cancellationToken);
        try
        {
            var dropped = new List<DroppedTable>();
            foreach (var table in Tables.Reverse())
            {
                if (await DropAsync(table, cancellationToken) is { } rows)
                {
                    dropped.Add(new DroppedTable(table.Name, rows));
                }
            }

            var tables = new TablePreparation(project, warehouse);
            await tables.PrepareStarsAsync(cancellationToken);
            await tables.PrepareStagingAsync(warehouse.Capabilities.TemporaryStaging, cancellationToken);
            var forgotten = await Ledger.ForgetAsync(warehouse, [.. project.Loads.Select(load => load.Name)], cancellationToken);
            await warehouse.CommitAsync(() => IsEmptyAsync(dropped, forgotten));
            await warehouse.FlushAsync();
            return new ResetReport(dropped, [.. Tables.Where(IsDurable).Select(table => table.Name)], forgotten);
        }
        catch
        {
            await warehouse.RollbackAsync();
            throw;
        }
    }

    /// <returns>The rows that were in it; null where there is no such table.</returns>
    async Task<long?> DropAsync(Table table, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(table.Name, cancellationToken) is null)
        {
            return null;
        }

        var name = StarMerge.Quote(table.Name);
        var rows = await warehouse.CountAsync($"select count(*) from {name}", cancellationToken);
        await warehouse.ExecuteAsync($"drop table {name}", cancellationToken);
        return rows;
    }

    /// <summary>Nothing is there of what was there before. Where nothing was, nobody can tell, nor does anybody miss it.</summary>
    async Task<bool> IsEmptyAsync(IReadOnlyList<DroppedTable> dropped, long forgotten)
    {
        foreach (var table in dropped.Where(table => table.Rows > 0))
        {
            return await warehouse.ColumnsOfAsync(table.Table, CancellationToken.None) is null
                || await warehouse.CountAsync($"select count(*) from {StarMerge.Quote(table.Table)}", CancellationToken.None) == 0;
        }

        return forgotten == 0 || !(await Ledger.ReadAsync(warehouse, CancellationToken.None)).Any(entry => project.Loads.Any(load => load.Name == entry.Load));
    }

    bool IsDurable(Table table) => !(warehouse.Capabilities.TemporaryStaging && project.StagingTables.Contains(table));

    static bool IsFilled(Project project, Table table) => project.StagingTables.Contains(table) || project.StarTables.Contains(table);
}
