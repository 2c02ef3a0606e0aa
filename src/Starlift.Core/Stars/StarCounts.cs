using Starlift.Projects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Stars;

/// <summary>How many rows the star tables have. One statement asks for all: each has its own cost, however little it does.</summary>
static class StarCounts
{
    /// <param name="warehouse">In the run's transaction; the tables are there.</param>
    /// <param name="models">Each fills a table of its own.</param>
    /// <param name="cancellationToken">Ends the counting.</param>
    /// <returns>By table.</returns>
    public static async Task<IReadOnlyDictionary<TableName, long>> ReadAsync(
        IWarehouse warehouse, IReadOnlyList<Model> models, CancellationToken cancellationToken)
    {
        var counts = await warehouse.CountEachAsync(
            [.. models.Select(model => $"from {model.Table.Quoted}")], "star", "total", cancellationToken);
        return models.Zip(counts).ToDictionary(pair => pair.First.Table, pair => pair.Second);
    }
}
