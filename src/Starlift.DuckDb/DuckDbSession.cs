using DuckDB.NET.Data;
using Starlift.DuckDb.Native;
using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>
/// One connection, and the one place where its calls, which block although they look asynchronous, leave the caller's thread. A
/// cancelled call interrupts the engine.
/// </summary>
sealed class DuckDbSession(DuckDBConnection connection) : IDisposable
{
    public DuckDBConnection Connection => connection;

    public Task<T> RunAsync<T>(string sql, Func<DuckDBCommand, T> use, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var interrupt = cancellationToken.Register(command.Cancel);
            try
            {
                return use(command);
            }
            catch (DuckDBException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        },
        cancellationToken);

    public Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        RunAsync(sql, command => command.ExecuteNonQuery(), cancellationToken);

    /// <summary>The table's columns in order, of a temporary table where it hides another; null where there is no such table.</summary>
    public Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken) => Task.Run(
        () => TableDescription.ColumnsOf(
            connection.NativeConnection.DangerousGetHandle(), DuckDbName.Schema(table.Schema ?? "main"), table.Name),
        cancellationToken);

    public void Dispose() => connection.Dispose();
}
