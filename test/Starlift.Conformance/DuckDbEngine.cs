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
        new DuckDbEngine(await DuckDbWarehouse.OpenAsync(new DuckDbOptions { Path = ":memory:", Memory = "512MB", Threads = 1 }, _ => null, store, cancellationToken), store);

    public string SelectAsText(CreateTable table, IReadOnlyList<string> columns) =>
        $"select {string.Join(", ", columns.Select(name => Text(table.Column(name)!)))} from {table.Name}";

    public ValueTask DisposeAsync() => Warehouse.DisposeAsync();

    static string Text(ColumnDefinition column)
    {
        var name = $"\"{column.Name.Replace("\"", "\"\"")}\"";
        return column.Type.Kind switch
        {
            SqlTypeKind.Boolean => $"case when {name} then 't' when not {name} then 'f' end",
            SqlTypeKind.Char => $"rtrim({name})",
            SqlTypeKind.Super => $"json_serialize({name})",
            _ => $"cast({name} as varchar)",
        };
    }
}
