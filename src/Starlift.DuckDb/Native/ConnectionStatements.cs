using DuckDB.NET.Data;

namespace Starlift.DuckDb.Native;

/// <summary>Statements of the engine's own on a connection, whose results nobody reads.</summary>
static class ConnectionStatements
{
    /// <param name="connection">Open, and used by nobody else meanwhile.</param>
    /// <param name="sql">One or several statements.</param>
    /// <exception cref="DuckDBException">The engine refuses one; those before it are executed.</exception>
    public static void Execute(this DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
