using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;
using Starlift.Errors;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>
/// One session, and another one after it was lost: the next statement connects again, but never within a transaction, of which the
/// server has forgotten what came before. Not thread-safe.
/// </summary>
sealed class RedshiftSession(RedshiftOptions options) : IAsyncDisposable
{
    NpgsqlConnection? _connection;

    /// <summary>The server's process: by it the system views tell whose a COPY was.</summary>
    public long ProcessId { get; private set; }

    /// <summary>When the session began by the server's clock, as a literal.</summary>
    public string Since { get; private set; } = "";

    /// <summary>Has the SYS views; else the older STL ones.</summary>
    public bool HasSysViews { get; private set; }

    /// <summary>SYS_LOAD_DETAIL tells the ETags of what was loaded; older versions of it do not.</summary>
    public bool HasEtags { get; private set; }

    /// <summary>Nothing but leaving it is possible in a transaction that was lost with its session.</summary>
    public bool InTransaction { get; private set; }

    /// <exception cref="StarliftException">It can't be reached, or refuses.</exception>
    public Task OpenAsync(CancellationToken cancellationToken) => ConnectionAsync(cancellationToken);

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        // Amazon Redshift: "BEGIN"
        await ExecuteAsync(options.Access == WarehouseAccess.Read ? "begin read only" : "begin", cancellationToken);
        InTransaction = true;
    }

    /// <summary>Ends the transaction one way or the other.</summary>
    /// <param name="sql">commit or rollback.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task EndAsync(string sql, CancellationToken cancellationToken)
    {
        try
        {
            if (sql == "commit" || !IsLost)
            {
                await ExecuteAsync(sql, cancellationToken);
            }
        }
        finally
        {
            InTransaction = false;
        }
    }

    public bool IsLost => _connection is null || _connection.FullState.HasFlag(System.Data.ConnectionState.Broken)
        || _connection.State != System.Data.ConnectionState.Open;

    public Task<long> ExecuteAsync(string sql, CancellationToken cancellationToken) =>
        ExecuteAsync(sql, SqlScript.Parse("starlift", sql)[0], cancellationToken);

    /// <param name="sql">As it is sent.</param>
    /// <param name="statement">What it was made of, for messages.</param>
    /// <param name="cancellationToken">Cancels it on the server.</param>
    public Task<long> ExecuteAsync(string sql, SqlStatement statement, CancellationToken cancellationToken) =>
        RunAsync(sql, statement, async command => (long)await command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    public Task<QueryResult> QueryAsync(string sql, CancellationToken cancellationToken) =>
        QueryAsync(sql, SqlScript.Parse("starlift", sql)[0], cancellationToken);

    /// <inheritdoc cref="ExecuteAsync(string, SqlStatement, CancellationToken)"/>
    public Task<QueryResult> QueryAsync(string sql, SqlStatement statement, CancellationToken cancellationToken) => RunAsync(
        sql,
        statement,
        async command =>
        {
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            return await RedshiftRows.ReadAsync(reader, cancellationToken);
        },
        cancellationToken);

    /// <summary>The rows as they come. Redshift has made the whole result before the first of them ("Amazon Redshift: DECLARE").</summary>
    /// <inheritdoc cref="ExecuteAsync(string, SqlStatement, CancellationToken)"/>
    /// <param name="close">Is called when the stream is disposed of.</param>
    public async Task<RowStream> StreamAsync(string sql, SqlStatement statement, Func<Task> close, CancellationToken cancellationToken)
    {
        ThrowIfLost();
        var command = CommandOf(await ConnectionAsync(cancellationToken), sql);
        var isRead = false;
        try
        {
            var reader = await TryAsync(statement, () => command.ExecuteReaderAsync(cancellationToken));
            return new RowStream(RedshiftRows.ColumnsOf(reader), ReadAsync(reader, cancellationToken), () => EndAsync(reader));
        }
        catch
        {
            await command.DisposeAsync();
            throw;
        }

        async IAsyncEnumerable<object?[]> ReadAsync(NpgsqlDataReader reader, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var types = RedshiftRows.TypesOf(reader);
            while (await TryAsync(statement, () => reader.ReadAsync(cancellationToken)))
            {
                // Rows that have come are given without a wait that could end.
                cancellationToken.ThrowIfCancellationRequested();
                yield return RedshiftRows.RowOf(reader, types);
            }

            isRead = true;
        }

        // Rows that nobody wants any more would be received all the same.
        async ValueTask EndAsync(NpgsqlDataReader reader)
        {
            try
            {
                if (!isRead)
                {
                    command.Cancel();
                }

                await reader.DisposeAsync();
                await command.DisposeAsync();
            }
            catch (Exception e) when (IsKnown(e))
            {
                // It is over, one way or the other; a lost session is told to whoever asks it next.
            }

            await close();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    async Task<T> RunAsync<T>(string sql, SqlStatement statement, Func<NpgsqlCommand, Task<T>> run, CancellationToken cancellationToken)
    {
        ThrowIfLost();
        var connection = await ConnectionAsync(cancellationToken);
        return await TryAsync(statement, async () =>
        {
            await using var command = CommandOf(connection, sql);
            return await run(command);
        });
    }

    void ThrowIfLost()
    {
        if (InTransaction && IsLost)
        {
            throw new StarliftException(ExitCode.Access, new Problem("the connection to Redshift was lost", Hint: "nothing of the transaction was kept; run again"));
        }
    }

    async Task<T> TryAsync<T>(SqlStatement statement, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (IsKnown(e))
        {
            throw RedshiftErrors.Translate(e, statement, InTransaction);
        }
    }

    static bool IsKnown(Exception e) => e is NpgsqlException or IOException or System.Net.Sockets.SocketException;

    async Task<NpgsqlConnection> ConnectionAsync(CancellationToken cancellationToken)
    {
        if (!IsLost)
        {
            return _connection!;
        }

        await DisposeAsync();
        var connection = await RedshiftConnector.OpenAsync(options, cancellationToken);
        _connection = connection;
        Debug.Assert(!InTransaction, "a transaction does not outlive its session");
        await ExecuteAsync($"set query_group to {RedshiftLiteral.Of(options.QueryGroup)}", cancellationToken);
        if (connection.UserName == "starlift")
        {
            // "$user" would put the project's tables into the schema of Starlift's own.
            await ExecuteAsync("set search_path to public", cancellationToken);
        }

        var session = await QueryAsync("select pg_backend_pid() as session_id, getdate() as since", cancellationToken);
        ProcessId = Convert.ToInt64(session.Rows[0][0], System.Globalization.CultureInfo.InvariantCulture);
        Since = RedshiftLiteral.Of(session.Rows[0][1]);
        HasSysViews = await HasAsync("1", "sys_load_history", cancellationToken);
        HasEtags = HasSysViews && await HasAsync("file_etag", "sys_load_detail", cancellationToken);
        return connection;
    }

    async Task<bool> HasAsync(string column, string view, CancellationToken cancellationToken)
    {
        try
        {
            await QueryAsync($"select {column} from {view} where 1 = 0", cancellationToken);
            return true;
        }
        catch (StarliftException e) when (RedshiftErrors.MeansNoView(e))
        {
            return false;
        }
    }

    /// <summary>Its results come as text.</summary>
    internal static NpgsqlCommand CommandOf(NpgsqlConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // SQL is what this program is about; data in it goes through RedshiftLiteral.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.AllResultTypesAreUnknown = true;
        return command;
    }
}
