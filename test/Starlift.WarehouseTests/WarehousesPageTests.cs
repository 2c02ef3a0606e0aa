using Starlift.Warehouses;

namespace Starlift.WarehouseTests;

public sealed class WarehousesPageTests
{
    [Fact]
    public async Task The_matrix_says_what_DuckDB_can_do()
    {
        await using var target = new DuckDbTarget();
        await using var warehouse = await target.OpenAsync();
        Assert.Equal(Stated(column: 1), Own(warehouse.Capabilities));
    }

    [Fact]
    public async Task The_matrix_says_what_PostgreSQL_can_do()
    {
        await using var target = await PostgresTarget.MakeAsync();
        await using var warehouse = await target.OpenAsync();
        Assert.Equal(Stated(column: 2), Own(warehouse.Capabilities));
    }

    static IEnumerable<string> Own(Capabilities capabilities) =>
        typeof(Capabilities).GetProperties().Where(property => property.CanWrite)
            .Select(property => $"{property.Name} {Shown(property.GetValue(capabilities))}").Order();

    static string Shown(object? value) => value switch
    {
        bool can => can ? "yes" : "no",
        null => "any",
        _ => "a quarter of its memory",
    };

    static IEnumerable<string> Stated(int column) => File.ReadLines(Path.Combine(SourceTree.Root, "docs", "warehouses.md"))
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray())
        .Where(cells => cells.Length == 5)
        .Select(cells => $"{cells[0]} {cells[column]}")
        .Order();
}
