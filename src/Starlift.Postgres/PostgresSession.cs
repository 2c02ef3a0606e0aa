using System.Data;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;
using Starlift.Errors;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>
/// One connection at a time. Where it is lost, the next statement outside of a transaction opens another. Statements go out as they are:
/// nothing in them is a parameter. Not thread-safe.
/// </summary>
sealed class PostgresSession(PostgresOptions options) : IAsyncDisposable
{
    const int StartingAttempts = 10;

    // Redshift's rules where a server may be set to others; a peer that is gone is noticed within two minutes, and its lock is free.
    const string SetUp = """
        SET TimeZone = 'UTC'; SET standard_conforming_strings = on; SET DateStyle = 'ISO, MDY'; SET IntervalStyle = postgres;
        SET bytea_output = hex; SET extra_float_digits = 1; SET client_min_messages = warning;
        SET jit = off; SET temp_buffers = '64MB'; SET tcp_keepalives_idle = 60; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 6
        """;

    // Of a user that is named like the schema of Starlift's own tables, "$user" would put the project's tables there.
    const string SearchPath = """
        SELECT set_config('search_path', coalesce(string_agg(part, ', ' ORDER BY number) FILTER (WHERE is_kept), 'public'), false)
        FROM (
            SELECT number, part, trim(part, '"') <> 'starlift' AND NOT (part = '"$user"' AND current_user = 'starlift') AS is_kept
            FROM (SELECT number, trim(piece) AS part FROM unnest(string_to_array(current_setting('search_path'), ',')) WITH ORDINALITY AS pieces (piece, number)) AS parts
        ) AS path
        HAVING NOT bool_and(is_kept)
        """;

    NpgsqlConnection? _connection;

    static PostgresSession() =>
        // The driver would else look for semicolons and parameters in them, unless another adapter has kept it from that before.
        AppContext.SetSwitch("Npgsql.EnableSqlRewriting", false);

    public NpgsqlConnection Connection => _connection ?? throw new InvalidOperationException("the session is not open");

    public string Server => $"{options.Host}:{options.Port}";

    public bool InTransaction { get; private set; }

    /// <exception cref="StarliftException">The server can't be reached, does not let the user in, or texts have other lengths there.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = new NpgsqlConnection(PostgresConnectionString.Of(options));
            try
            {
                await connection.OpenAsync(cancellationToken);
                ThrowIfLengthsDiffer(connection);
                _connection = connection;
                await ExecuteAsync([.. SetUp.Split(';'), SearchPath, .. ReadsOnly()], null, cancellationToken);
                return;
            }
            catch (Exception e) when (PostgresErrors.IsStarting(e) && attempt < StartingAttempts)
            {
                await connection.DisposeAsync();
                await Task.Delay(TimeSpan.FromMilliseconds(500), cancellationToken);
            }
            catch (Exception e) when (PostgresErrors.Knows(e))
            {
                await connection.DisposeAsync();
                throw PostgresErrors.TranslateOpen(e, options);
            }
        }
    }

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(["BEGIN"], null, cancellationToken);
        InTransaction = true;
    }

    /// <summary>Begins a transaction that sees the database as it is at its first statement.</summary>
    public async Task BeginReadingAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync(["BEGIN ISOLATION LEVEL REPEATABLE READ"], null, cancellationToken);
        InTransaction = true;
    }

    /// <summary>Where the connection is lost meanwhile, the server is asked what became of the transaction.</summary>
    /// <exception cref="UnknownCommitException">It does not come back, or has forgotten.</exception>
    /// <exception cref="StarliftException">Nothing is committed.</exception>
    public async Task CommitAsync()
    {
        // None where nothing was written, and nothing can be lost.
        var number = (await QueryAsync(["SELECT pg_current_xact_id_if_assigned()::text"], null, CancellationToken.None)).Rows[0][0] as string;
        try
        {
            await ExecuteAsync(["COMMIT"], null, CancellationToken.None);
        }
        catch (StarliftException e) when (!IsOpen)
        {
            InTransaction = false;
            var unknown = new UnknownCommitException(ExitCode.Access, $"the connection to {Server} was lost while the transaction was being committed", e);
            if (number is not null && !await IsCommittedAsync(number, unknown))
            {
                throw unknown.NotCommitted();
            }
        }
        finally
        {
            InTransaction = false;
        }
    }

    async Task<bool> IsCommittedAsync(string number, UnknownCommitException unknown)
    {
        for (var began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < options.SettlingPatience;)
        {
            try
            {
                // Who has lost its client while it commits may wait for it as long as the network does not notice.
                var status = (await QueryAsync(
                    [
                        $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_xid = ({number}::numeric % 4294967296)::text::xid AND pid <> pg_backend_pid()",
                        $"SELECT pg_xact_status('{number}')",
                    ],
                    null,
                    CancellationToken.None)).Rows[0][0] as string;
                switch (status)
                {
                    case "committed":
                        return true;
                    case "aborted":
                        return false;
                    case null:
                        throw unknown;
                }
            }
            catch (StarliftException e) when (e is not UnknownCommitException && e.ExitCode == ExitCode.Access)
            {
                // The server is not back yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw unknown;
    }

    /// <summary>Does nothing where no transaction is open; a server that is lost has rolled back by itself.</summary>
    public async Task RollbackAsync()
    {
        if (!InTransaction)
        {
            return;
        }

        InTransaction = false;
        try
        {
            if (IsOpen)
            {
                await using var batch = BatchOf(["ROLLBACK"]);
                await batch.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
        catch (Exception e) when (PostgresErrors.Knows(e))
        {
            await CloseAsync();
        }
    }

    /// <summary>Executes the statements as one.</summary>
    /// <param name="statements">At least one.</param>
    /// <param name="source">What they stand for, for messages.</param>
    /// <param name="cancellationToken">Ends the executing.</param>
    /// <returns>Rows that the last one inserted, updated or deleted; -1 where it counts none.</returns>
    public Task<long> ExecuteAsync(IReadOnlyList<string> statements, EngineStatement? source, CancellationToken cancellationToken) =>
        RunAsync(statements, source, async batch =>
        {
            await batch.ExecuteNonQueryAsync(cancellationToken);
            var last = batch.BatchCommands[^1];
            return last.StatementType is Npgsql.StatementType.Insert or Npgsql.StatementType.Update or Npgsql.StatementType.Delete or Npgsql.StatementType.Merge ? (long)last.Rows : -1;
        }, cancellationToken);

    /// <summary>The rows of the last of the statements that yields any.</summary>
    public Task<QueryResult> QueryAsync(IReadOnlyList<string> statements, EngineStatement? source, CancellationToken cancellationToken) =>
        RunAsync(statements, source, async batch =>
        {
            ReadAsText(batch, true);
            await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
            return await PostgresRows.ReadAsync(reader, cancellationToken);
        }, cancellationToken);

    /// <summary>The rows of the last of the statements, as they come.</summary>
    public async Task<RowStream> StreamAsync(IReadOnlyList<string> statements, EngineStatement? source, CancellationToken cancellationToken)
    {
        if (statements.Count > 1)
        {
            await ExecuteAsync([.. statements.SkipLast(1)], source, cancellationToken);
        }

        var (batch, reader) = await UseAsync(source, async _ =>
        {
            var batch = BatchOf([statements[^1]]);
            try
            {
                ReadAsText(batch, true);
                return (batch, await batch.ExecuteReaderAsync(cancellationToken));
            }
            catch
            {
                await batch.DisposeAsync();
                throw;
            }
        }, cancellationToken);
        var isRead = false;
        var types = PostgresRows.TypesOf(reader);
        return new RowStream(PostgresRows.ColumnsOf(reader, types, source?.Columns ?? []), ReadAsync(cancellationToken), EndAsync);

        async IAsyncEnumerable<object?[]> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            while (await UseAsync(source, _ => reader.ReadAsync(cancellationToken), cancellationToken))
            {
                // Rows that have come are given without a wait that could end.
                cancellationToken.ThrowIfCancellationRequested();
                yield return PostgresRows.RowOf(reader, types);
            }

            isRead = true;
        }

        // Rows that nobody wants any more would be received all the same.
        async ValueTask EndAsync()
        {
            try
            {
                if (!isRead)
                {
                    batch.Cancel();
                }

                await reader.DisposeAsync();
                await batch.DisposeAsync();
            }
            catch (Exception e) when (PostgresErrors.Knows(e))
            {
                // It is over, one way or the other; a lost server is told to whoever asks it next.
            }
        }
    }

    /// <summary>Does something with the connection; what the driver throws is told as Starlift tells it.</summary>
    public async Task<T> UseAsync<T>(EngineStatement? source, Func<NpgsqlConnection, Task<T>> use, CancellationToken cancellationToken)
    {
        if (!IsOpen && !InTransaction)
        {
            await CloseAsync();
            await OpenAsync(cancellationToken);
        }

        try
        {
            return await use(Connection);
        }
        catch (Exception e) when (cancellationToken.IsCancellationRequested && PostgresErrors.Knows(e))
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
        catch (Exception e) when (PostgresErrors.Knows(e) || (e is InvalidOperationException && !IsOpen))
        {
            throw PostgresErrors.Translate(e, source, Server, InTransaction);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        await CloseAsync();
    }

    bool IsOpen => _connection?.State == ConnectionState.Open;

    string[] ReadsOnly() => options.Access == WarehouseAccess.Read ? ["SET default_transaction_read_only = on"] : [];

    // Lengths in bytes are those of UTF-8; SQL_ASCII counts each byte as a character, too, and takes bytes that are no text.
    void ThrowIfLengthsDiffer(NpgsqlConnection connection)
    {
        if (connection.PostgresParameters.GetValueOrDefault("server_encoding") is { } encoding and not "UTF8")
        {
            connection.Dispose();
            throw new ConfigurationException(
                $"the encoding of database {options.Database} is {encoding}, in which texts have other lengths than on Redshift",
                hint: "make a database for the star: CREATE DATABASE … TEMPLATE template0 ENCODING 'UTF8'");
        }
    }

    async Task CloseAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            await connection.DisposeAsync();
        }
    }

    Task<T> RunAsync<T>(IReadOnlyList<string> statements, EngineStatement? source, Func<NpgsqlBatch, Task<T>> run, CancellationToken cancellationToken) =>
        UseAsync(source, async _ =>
        {
            await using var batch = BatchOf(statements);
            return await run(batch);
        }, cancellationToken);

    // What a command offers to all and a batch keeps to itself.
    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_AllResultTypesAreUnknown")]
    static extern void ReadAsText(NpgsqlBatch batch, bool value);

    // A batch, because the text of a single command would be searched for parameters and semicolons.
    NpgsqlBatch BatchOf(IReadOnlyList<string> statements)
    {
        var batch = new NpgsqlBatch(Connection) { Timeout = 0 };
        foreach (var sql in statements)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand(sql));
        }

        return batch;
    }
}
