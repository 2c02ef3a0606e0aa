using DuckDB.NET.Data;
using Starlift.DuckDb.Native;
using Starlift.Sql;

namespace Starlift.DuckDb;

/// <summary>
/// One connection to a file's engine, and the one place where its calls, which block although they look asynchronous, leave the caller's thread. A
/// cancelled call interrupts the engine.
/// </summary>
sealed class DuckDbSession : IDisposable
{
    readonly DuckDbEngine _engine;

    DuckDbSession(DuckDbEngine engine, DuckDBConnection connection)
    {
        _engine = engine;
        Connection = connection;
    }

    public DuckDBConnection Connection { get; }

    /// <param name="options">Where the database is; it is made where it is missing.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="DuckDBException">The file can't be opened, or another process holds it.</exception>
    public static Task<DuckDbSession> OpenAsync(DuckDbOptions options, CancellationToken cancellationToken) =>
        Task.Run(() => Open(options), cancellationToken);

    public Task<T> RunAsync<T>(string sql, Func<DuckDBCommand, T> use, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            using var command = Connection.CreateCommand();
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
            Connection.NativeConnection.DangerousGetHandle(), DuckDbName.Schema(table.Schema ?? "main"), table.Name),
        cancellationToken);

    public void Dispose()
    {
        Connection.Dispose();
        _engine.Dispose();
    }

    static DuckDbSession Open(DuckDbOptions options)
    {
        var engine = DuckDbEngine.Take(options);
        DuckDBConnection? connection = null;
        try
        {
            connection = engine.Connect();
            using var command = connection.CreateCommand();
            command.CommandText = DuckDbSettings.OfSession(options);
            command.ExecuteNonQuery();
            CopyFunction.Register(connection.NativeConnection.DangerousGetHandle());
            return new DuckDbSession(engine, connection);
        }
        catch
        {
            connection?.Dispose();
            engine.Dispose();
            throw;
        }
    }
}
