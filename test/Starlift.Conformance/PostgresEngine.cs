using Starlift.Objects;
using Starlift.Postgres;
using Starlift.Sql;
using Starlift.Sql.Text;
using Starlift.Warehouses;

namespace Starlift.Conformance;

/// <summary>A database of a case's own on the server that ./build services starts.</summary>
public sealed class PostgresEngine : IEngine
{
    readonly PostgresServer _server;
    readonly string _database;

    PostgresEngine(PostgresServer server, string database, IWarehouse warehouse, IObjectStore store)
    {
        _server = server;
        _database = database;
        Warehouse = warehouse;
        Store = store;
    }

    public IWarehouse Warehouse { get; }

    public IObjectStore Store { get; }

    /// <summary>The server has to be there.</summary>
    public static async Task<IEngine> OpenAsync(IObjectStore store, CancellationToken cancellationToken)
    {
        var server = PostgresServer.Required;
        var database = await server.MakeDatabaseAsync(cancellationToken);
        return new PostgresEngine(server, database, await PostgresWarehouse.OpenAsync(server.OptionsFor(database), _ => null, store, cancellationToken), store);
    }

    public string SelectAsText(CreateTable table, IReadOnlyList<string> columns) =>
        $"select {string.Join(", ", columns.Select(name => Text(table.Column(name)!)))} from {table.Name}";

    public async ValueTask DisposeAsync()
    {
        await Warehouse.DisposeAsync();
        await _server.DropDatabaseAsync(_database);
    }

    static string Text(ColumnDefinition column)
    {
        var name = Quoting.Name(column.Name);
        return column.Type.Kind switch
        {
            SqlTypeKind.Boolean => $"case when {name} then 't' when not {name} then 'f' end",
            SqlTypeKind.Char => $"rtrim({name})",
            SqlTypeKind.Super => $"json_serialize({name})",
            _ => $"cast({name} as varchar)",
        };
    }
}
