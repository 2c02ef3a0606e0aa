using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using Starlift.DuckDb.Native;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Warehouses;

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

    /// <summary>What all sessions of the file share.</summary>
    public DuckDbEngine Engine => _engine;

    /// <summary>The name of the database in the engine.</summary>
    public string Database => _engine.Database;

    /// <param name="options">Where the database is; it is made where it is missing.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="DuckDBException">The file can't be opened, or another process holds it.</exception>
    public static Task<DuckDbSession> OpenAsync(DuckDbOptions options, CancellationToken cancellationToken) =>
        Task.Run(() => Open(options), cancellationToken);

    /// <summary>Does something with a statement of the engine's own; what the driver throws is told as Starlift tells it.</summary>
    public Task<T> RunAsync<T>(string sql, Func<DuckDBCommand, T> use, CancellationToken cancellationToken, EngineStatement? source = null) => UseAsync(
        source,
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var interrupt = cancellationToken.Register(command.Cancel);
            return use(command);
        },
        cancellationToken);

    /// <summary>The rows of a statement of the engine's own, as they come.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="source">The Redshift statement behind it, for messages.</param>
    /// <param name="close">Is called when the stream is disposed of.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public async Task<RowStream> StreamAsync(string sql, EngineStatement source, Func<Task> close, CancellationToken cancellationToken)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        command.UseStreamingMode = true;
        try
        {
            var (reader, results) = await InterruptiblyAsync(
                command,
                source,
                () =>
                {
                    var reader = command.ExecuteReader();
                    return (reader, new Results(reader));
                },
                cancellationToken);
            var columns = DuckDbResultColumns.Of(results.Columns, source.Columns);
            return new RowStream(columns, ReadAsync(command, results, columns, source, cancellationToken), async () =>
            {
                await reader.DisposeAsync();
                await command.DisposeAsync();
                await close();
            });
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }
    }

    async IAsyncEnumerable<object?[]> ReadAsync(
        DuckDBCommand command, Results results, IReadOnlyList<ResultColumn> columns, EngineStatement source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var padded = DuckDbResultColumns.Padded(columns);
        var numerics = DuckDbResultColumns.Numerics(results.Columns, columns);
        var arrays = source.Columns.Count == columns.Count ? DuckDbResultColumns.Arrays(source.Columns) : [];
        while (await InterruptiblyAsync(command, source, results.Next, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                DuckDbResultColumns.Pad(row, padded);
                DuckDbResultColumns.Brace(row, arrays);
                DuckDbResultColumns.Number(row, numerics);
                yield return row;
            }
        }
    }

    Task<T> InterruptiblyAsync<T>(DuckDBCommand command, EngineStatement? source, Func<T> work, CancellationToken cancellationToken) => UseAsync(
        source,
        _ =>
        {
            using var interrupt = cancellationToken.Register(command.Cancel);
            return work();
        },
        cancellationToken);

    /// <param name="sql">One or several statements of the engine's own.</param>
    /// <param name="cancellationToken">Interrupts them.</param>
    /// <param name="source">The Redshift statement behind them, for messages.</param>
    public Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken, EngineStatement? source = null) =>
        RunAsync(sql, command => command.ExecuteNonQuery(), cancellationToken, source);

    /// <summary>Does something with the connection; what the driver throws is told as Starlift tells it.</summary>
    /// <param name="source">The Redshift statement behind it, for messages; null where it is none of the user's.</param>
    /// <param name="use">Is called off the caller's thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="StarliftException">What the driver threw is inside.</exception>
    public Task<T> UseAsync<T>(EngineStatement? source, Func<DuckDBConnection, T> use, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            try
            {
                _engine.EnsureUsable();
                return use(Connection);
            }
            catch (DuckDBException e) when (cancellationToken.IsCancellationRequested && !DuckDbErrors.MeansFull(e))
            {
                _engine.Note(e);
                throw new OperationCanceledException(e.Message, e, cancellationToken);
            }
            catch (DuckDBException e)
            {
                _engine.Note(e);
                throw DuckDbErrors.Translate(e, source);
            }
        },
        cancellationToken);

    /// <summary>The table's columns in order, of a temporary table where it hides another; null where there is no such table.</summary>
    public Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken) => UseAsync(
        null,
        connection => TableDescription.ColumnsOf(
            connection.NativeConnection.DangerousGetHandle(), DuckDbName.Schema(table.Schema ?? "main"), table.Name),
        cancellationToken);

    /// <summary>The engine gave the file up, as it does where it can't write it; the next use opens it again.</summary>
    public bool IsBroken => _engine.IsBroken;

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
            connection.Execute(DuckDbSettings.OfSession(options));
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
