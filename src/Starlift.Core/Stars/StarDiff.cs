using Starlift.Errors;
using Starlift.Projects;
using Starlift.Sql;
using Starlift.Tables;
using Starlift.Warehouses;

namespace Starlift.Stars;

/// <summary>
/// Compares the star tables of a project on two targets. IDENTITY columns are left out: their values are whatever each warehouse
/// generates. Holds one table at a time in memory.
/// </summary>
/// <param name="project">Whose star tables.</param>
/// <param name="left">The first target, in no transaction.</param>
/// <param name="right">The second, in none either; may be the first.</param>
public sealed class StarDiff(Project project, IWarehouse left, IWarehouse right)
{
    /// <summary>Of each table and target.</summary>
    public const int MostExamples = 5;

    /// <exception cref="StarliftException">A table is missing on one of them.</exception>
    public async IAsyncEnumerable<TableDifference> CompareAsync(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The tables of a target fit together, whoever publishes meanwhile.
        await left.BeginReadingAsync(cancellationToken);
        if (right != left)
        {
            await right.BeginReadingAsync(cancellationToken);
        }

        try
        {
            foreach (var table in TableOrder.Of(project.StarTables))
            {
                var columns = table.Definition.Columns.Where(column => column.Identity is null).ToList();
                var first = await ReadAsync(left, table, columns, cancellationToken);
                var second = await ReadAsync(right, table, columns, cancellationToken);
                yield return new TableDifference(
                    table.Name, first.Rows, second.Rows, first.Checksum, second.Checksum, first.Except(second, MostExamples), second.Except(first, MostExamples));
            }
        }
        finally
        {
            await left.RollbackAsync();
            await right.RollbackAsync();
        }
    }

    static async Task<BagOfRows> ReadAsync(
        IWarehouse warehouse, Table table, IReadOnlyList<ColumnDefinition> columns, CancellationToken cancellationToken)
    {
        if (await warehouse.ColumnsOfAsync(table.Name, cancellationToken) is null)
        {
            throw new ConfigurationException(
                $"table {table.Name} is not there on one of the targets", table.Definition.Source.PlaceOf(table.Definition.Source.Start), "run the project there first");
        }

        var names = string.Join(", ", columns.Select(column => Quoting.Name(column.Name)));
        var result = await warehouse.QueryAsync($"select {names} from {table.Name.Quoted}", cancellationToken);
        return new BagOfRows(columns, result.Rows);
    }
}
