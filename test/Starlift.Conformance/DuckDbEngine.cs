using Starlift.DuckDb;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Conformance;

/// <summary>A DuckDB of a case's own, in memory.</summary>
public sealed class DuckDbEngine : IEngine
{
    DuckDbEngine(IWarehouse warehouse, IObjectStore store)
    {
        Warehouse = warehouse;
        Store = store;
    }

    public IWarehouse Warehouse { get; }

    public IObjectStore Store { get; }

    public static async Task<IEngine> OpenAsync(IObjectStore store, CancellationToken cancellationToken) =>
        new DuckDbEngine(await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = ":memory:" }, _ => null, store, cancellationToken), store);

    public string SelectAsText(CreateTable table, IReadOnlyList<string> columns) =>
        $"select {string.Join(", ", columns.Select(name => Text(table.Column(name)!)))} from {table.Name}";

    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();

    static string Text(ColumnDefinition column) => column.Type.Kind switch
    {
        SqlTypeKind.Boolean => $"case when {column.Name} then 't' when not {column.Name} then 'f' end",
        SqlTypeKind.Char => $"rtrim({column.Name})",
        _ => $"cast({column.Name} as varchar)",
    };
}
