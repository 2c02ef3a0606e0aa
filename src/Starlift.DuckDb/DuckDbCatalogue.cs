using System.Globalization;
using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>
/// What tables are by their Redshift definitions, which DuckDB can't hold: the length of a VARCHAR in bytes, for one. A project's tables
/// are known from its files; those made by other scripts are remembered in the database, in starlift.definitions. Not thread-safe.
/// </summary>
sealed class DuckDbCatalogue(DuckDbSession session, Func<TableName, CreateTable?> declared)
{
    const string Table = "starlift.definitions";
    readonly Dictionary<TableName, CreateTable> _remembered = [];

    /// <summary>The Redshift definition; null where none is known.</summary>
    public CreateTable? Find(TableName table) => declared(table) ?? _remembered.GetValueOrDefault(table);

    /// <summary>Reads what is remembered, anew: also after a rollback.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _remembered.Clear();
        var exists = await session.RunAsync(
            "SELECT count(*) FROM duckdb_tables() WHERE schema_name = 'starlift' AND table_name = 'definitions'",
            command => Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture),
            cancellationToken) > 0;
        if (!exists)
        {
            return;
        }

        var rows = (await session.RunAsync($"SELECT definition FROM {Table}", DuckDbRows.Read, cancellationToken)).Rows;
        foreach (var table in rows.Select(row => SqlScript.Parse(Table, (string)row[0]!)[0]).OfType<CreateTable>())
        {
            _remembered[table.Name] = table;
        }
    }

    /// <summary>To be called when the table has just been made.</summary>
    public async Task RememberAsync(CreateTable table, CancellationToken cancellationToken)
    {
        if (declared(table.Name) is not null || table.Like is not null)
        {
            return;
        }

        _remembered[table.Name] = table;
        if (!table.Temporary && table.Name.Schema != "starlift")
        {
            await session.ExecuteAsync(
                "CREATE SCHEMA IF NOT EXISTS starlift; "
                    + $"CREATE TABLE IF NOT EXISTS {Table} (name VARCHAR, definition VARCHAR); {Delete(table.Name)}; "
                    + $"INSERT INTO {Table} VALUES ({Literal(table.Name)}, {DuckDbName.Literal(table.Source.Sql)})",
                cancellationToken);
        }
    }

    /// <summary>To be called when the table has just been dropped.</summary>
    public async Task ForgetAsync(TableName table, CancellationToken cancellationToken)
    {
        if (_remembered.Remove(table, out var forgotten) && !forgotten.Temporary && table.Schema != "starlift")
        {
            await session.ExecuteAsync(Delete(table), cancellationToken);
        }
    }

    /// <summary>The definition, or what DuckDB says of the table; null where there is no such table.</summary>
    public async Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken)
    {
        var rows = (await session.RunAsync(DuckDbColumns.Describe(table), DuckDbRows.Read, cancellationToken)).Rows;
        return rows.Count == 0 ? null : Find(table) ?? DuckDbColumns.DefinitionOf(table, rows);
    }

    static string Delete(TableName table) => $"DELETE FROM {Table} WHERE name = {Literal(table)}";

    static string Literal(TableName table) => DuckDbName.Literal(table.ToString());
}
