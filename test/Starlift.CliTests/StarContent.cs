using DuckDB.NET.Data;

namespace Starlift.CliTests;

/// <summary>What a database file holds, read with the engine alone.</summary>
static class StarContent
{
    /// <summary>Every row of every table that a run publishes, and of the ledger; history and rejects are left out.</summary>
    public static IReadOnlyList<string> Rows(string database)
    {
        using var connection = Open(database);
        return [.. Tables(connection).SelectMany(table => Query(connection, $"SELECT '{table}: ' || CAST(t AS VARCHAR) FROM {table} AS t ORDER BY 1"))];
    }

    /// <summary>The rows of a query in the engine's dialect, values parted by |.</summary>
    public static IReadOnlyList<string> Query(string database, string sql)
    {
        using var connection = Open(database);
        return Query(connection, sql);
    }

    static List<string> Tables(DuckDBConnection connection) => Query(
        connection, "SELECT schema_name || '.' || table_name FROM duckdb_tables() WHERE schema_name = 'main' OR table_name = 'ledger' ORDER BY 1");

    static DuckDBConnection Open(string database)
    {
        var connection = new DuckDBConnection($"DataSource={database};ACCESS_MODE=READ_ONLY");
        connection.Open();
        return connection;
    }

    static List<string> Query(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "null" : FormattableString.Invariant($"{reader.GetValue(i)}"))));
        }

        return rows;
    }
}
