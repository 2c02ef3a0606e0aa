using Starlift.DuckDb.Native;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.DuckDb;

/// <summary>Finds tables of the database's file by name. DuckDB numbers tables anew each time it opens a file, so they bear no id.</summary>
sealed class DuckDbTables(DuckDbSession session)
{
    const string Public = "public";
    string? _database;

    public async Task<FoundTables> FindAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken)
    {
        _database ??= (string)(await session.RunAsync("SELECT current_database()", command => command.ExecuteScalar()!, cancellationToken));
        var found = await Task.Run(() => tables.Distinct().Select(Describe).OfType<(TableName, FoundTable)>().ToDictionary(), cancellationToken);
        var missing = tables.Where(table => !found.ContainsKey(table)).ToList();
        foreach (var view in missing.Count == 0 ? [] : await ViewsAsync(missing, cancellationToken))
        {
            found[view] = Found(view, isView: true, []);
        }

        return new FoundTables(Public, found);
    }

    /// <summary>Lengths of texts and bytes go, and CHAR is text.</summary>
    public static SqlType StoredAs(SqlType type) =>
        type.IsCharacter ? SqlType.AnyText : type.Kind == SqlTypeKind.Varbyte ? SqlType.AnyVarbyte : type;

    (TableName, FoundTable)? Describe(TableName table) => TableDescription.TypesOf(
        session.Connection.NativeConnection.DangerousGetHandle(), _database!, DuckDbName.Schema(table.Schema ?? Public), table.Name) is { } columns
            ? (table, Found(table, isView: false, columns))
            : null;

    async Task<IEnumerable<TableName>> ViewsAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", tables.Select(table => DuckDbName.Literal(table.Name)));
        var rows = (await session.RunAsync(
            $"SELECT schema_name, lower(view_name) FROM duckdb_views() WHERE database_name = current_database() AND NOT temporary AND lower(view_name) IN ({names})",
            DuckDbRows.Read,
            cancellationToken)).Rows;
        return tables.Where(table => rows.Any(row => (string)row[0]! == DuckDbName.Schema(table.Schema ?? Public) && (string)row[1]! == table.Name));
    }

    static FoundTable Found(TableName table, bool isView, IReadOnlyList<(string Name, SqlType Type)> columns) => new()
    {
        Name = table with { Schema = table.Schema is null or "main" ? Public : table.Schema },
        IsView = isView,
        Columns = [.. columns.Select(column => new ColumnDefinition { Name = column.Name.ToLowerInvariant(), Type = column.Type, Index = 0 })],
        TellsConstraints = false,
    };
}
