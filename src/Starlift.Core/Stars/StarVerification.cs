using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Stars;

/// <summary>
/// Holds what is published against a star that was built aside from all objects, table by table and key by key. IDENTITY columns are left out.
/// Holds one table at a time in memory; writes nothing.
/// </summary>
/// <param name="project">Whose star tables.</param>
/// <param name="published">The target, in no transaction.</param>
/// <param name="aside">Where the project was run on all objects, in no transaction either.</param>
public sealed class StarVerification(Project project, IWarehouse published, IWarehouse aside)
{
    /// <summary>Of each kind.</summary>
    public const int MostExamples = 5;

    /// <exception cref="StarliftException">A table is not published yet.</exception>
    public async Task<IReadOnlyList<VerifiedTable>> RunAsync(CancellationToken cancellationToken)
    {
        // The tables fit together, whoever publishes meanwhile.
        await published.BeginReadingAsync(cancellationToken);
        try
        {
            var tables = new List<VerifiedTable>();
            foreach (var table in TableOrder.Of(project.StarTables))
            {
                tables.Add(await CompareAsync(table, cancellationToken));
            }

            return tables;
        }
        finally
        {
            await published.RollbackAsync();
        }
    }

    async Task<VerifiedTable> CompareAsync(Table table, CancellationToken cancellationToken)
    {
        if (await published.ColumnsOfAsync(table.Name, cancellationToken) is null)
        {
            throw new ConfigurationException(
                $"table {table.Name} is not published yet", table.Definition.Source.PlaceOf(table.Definition.Source.Start), "run the project first: starlift run");
        }

        var columns = table.Definition.Columns.Where(column => column.Identity is null).ToList();
        var (here, rows) = await ReadAsync(published, table, columns, cancellationToken);
        var (there, built) = await ReadAsync(aside, table, columns, cancellationToken);
        var missing = there.KeysBeyond(here);
        var extra = here.KeysBeyond(there);
        var different = here.KeysThatDiffer(there);
        return new VerifiedTable(
            table.Name,
            rows,
            built,
            missing.Count,
            extra.Count,
            different.Count,
            [
                .. missing.Take(MostExamples).Select(key => $"missing in {table.Name}: {key}"),
                .. extra.Take(MostExamples).Select(key => $"too much in {table.Name}: {key}"),
                .. different.Take(MostExamples).Select(key =>
                    $"different in {table.Name}: {key}: {string.Join(", ", here.Differences(there, key).Select(cell => $"{cell.Column} is {cell.Here} and should be {cell.There}"))}"),
            ]);
    }

    static async Task<(KeyedRows Rows, long Count)> ReadAsync(
        IWarehouse warehouse, Table table, IReadOnlyList<ColumnDefinition> columns, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", columns.Select(column => Quoting.Name(column.Name)));
        var result = await warehouse.QueryAsync($"select {names} from {table.Name.Quoted}", cancellationToken);
        return (new KeyedRows(columns, table.Key ?? [.. columns.Select(column => column.Name)], result.Rows), result.Rows.Count);
    }
}
