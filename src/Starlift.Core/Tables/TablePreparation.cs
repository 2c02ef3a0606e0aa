using Starlift.History;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Tables;

/// <summary>
/// Makes the tables that are missing, those first that others refer to, remembers them as the project's own, and empties staging: with
/// DELETE, because TRUNCATE commits the transaction on Redshift (Amazon Redshift: "TRUNCATE").
/// </summary>
sealed class TablePreparation(Project project, IWarehouse warehouse, TargetTables target)
{
    /// <param name="firstLoad">The number of the first load that the tables made here are given.</param>
    /// <param name="rebuilt">Star tables that are built anew.</param>
    /// <param name="loading">Names of the loads that bring rows.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    public async Task PrepareStarsAsync(
        long firstLoad, IReadOnlySet<TableName> rebuilt, IReadOnlySet<string> loading, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var table in target.Stars.Where(table => target.StateOf(table) == TableState.Missing))
        {
            await MakeAsync(table, warehouse.Capabilities.FillsEmptyTables ? WithoutNotNull(table.Definition) : table.Definition, cancellationToken);
        }

        var found = await FindAsync(target.Stars, cancellationToken);
        var told = target.Stars.Select(table => target.Remembered(table, found.Find(table.Name), SinceOf(table, firstLoad), BuiltFromOf(table, rebuilt, loading)));
        await OwnTables.RememberAsync(warehouse, [.. told.Where(target.IsNews)], target.Known, now, cancellationToken);
    }

    /// <param name="kind">Where the run stages.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellationToken">Ends the preparation.</param>
    public async Task PrepareStagingAsync(StagingKind kind, DateTime now, CancellationToken cancellationToken)
    {
        var durable = target.DurableStaging(kind);
        if (kind == StagingKind.Scratch)
        {
            // Made in no transaction: a process that dies must not leave tables that nobody remembers.
            await RememberStagingAsync(durable, target.Found, now, cancellationToken);
        }

        foreach (var table in project.StagingTables)
        {
            if (!TargetTables.IsDurable(table, kind))
            {
                // An earlier run of this session may have left one.
                await warehouse.ExecuteAsync(table.Definition with { Temporary = true, IfNotExists = true }, cancellationToken);
            }
            else if (!target.IsFit(table))
            {
                await DropAsync(table, cancellationToken);
                await MakeAsync(table, table.Definition, cancellationToken);
            }

            await warehouse.ExecuteAsync($"delete from {table.Name.Quoted}", cancellationToken);
        }

        if (kind != StagingKind.Scratch)
        {
            await RememberStagingAsync(durable, await FindAsync(durable, cancellationToken), now, cancellationToken);
        }
    }

    /// <summary>Drops durable staging tables that are not to be kept.</summary>
    public async Task DropStagingAsync(CancellationToken cancellationToken)
    {
        var tables = target.ScratchStaging;
        foreach (var table in tables)
        {
            await DropAsync(table, cancellationToken);
        }

        await OwnTables.ForgetAsync(warehouse, [.. tables.Select(table => target.NameOf(table.Name))], cancellationToken);
    }

    static CreateTable WithoutNotNull(CreateTable table) =>
        table with { Columns = [.. table.Columns.Select(column => column with { NotNull = false })] };

    Task RememberStagingAsync(IReadOnlyList<Table> tables, FoundTables found, DateTime now, CancellationToken cancellationToken)
    {
        var told = tables.Select(table => target.Remembered(table, found.Find(table.Name), new Dictionary<string, long>()));
        return OwnTables.RememberAsync(warehouse, [.. told.Where(target.IsNews)], target.Known, now, cancellationToken);
    }

    // What has just been made has its id only now.
    async Task<FoundTables> FindAsync(IReadOnlyList<Table> tables, CancellationToken cancellationToken) =>
        target.TellsTablesApart && tables.Any(table => target.StateOf(table) == TableState.Missing || !target.IsFit(table))
            ? await warehouse.FindTablesAsync([.. tables.Select(table => table.Name)], cancellationToken)
            : target.Found;

    BuiltFrom BuiltFromOf(Table table, IReadOnlySet<TableName> rebuilt, IReadOnlySet<string> loading)
    {
        var now = BuiltFrom.Of(project, table, target.JsonPaths);
        return rebuilt.Contains(table.Name) ? now : target.BuiltFromOf(table).After(now, loading);
    }

    Dictionary<string, long> SinceOf(Table table, long firstLoad) =>
        target.LoadsOf(table).ToDictionary(load => load.Name, load => Math.Min(target.SinceOf(table, load), firstLoad));

    Task<long> DropAsync(Table table, CancellationToken cancellationToken) =>
        warehouse.ExecuteAsync($"drop table if exists {table.Name.Quoted}", cancellationToken);

    async Task MakeAsync(Table table, CreateTable definition, CancellationToken cancellationToken)
    {
        await warehouse.ExecuteAsync(definition, cancellationToken);
        foreach (var comment in table.Comments)
        {
            await warehouse.ExecuteAsync(comment, cancellationToken);
        }
    }
}
