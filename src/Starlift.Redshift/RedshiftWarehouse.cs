using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Redshift;

/// <summary>Amazon Redshift: it is sent what the user wrote, and loads objects itself.</summary>
public sealed class RedshiftWarehouse : IWarehouse
{
    readonly RedshiftSession _session;
    readonly RedshiftCopy _copy;
    readonly RedshiftOptions _options;
    readonly Func<TableName, CreateTable?> _tables;
    readonly List<TableName> _written = [];
    RedshiftLock? _lock;

    RedshiftWarehouse(RedshiftSession session, RedshiftCopy copy, RedshiftOptions options, Func<TableName, CreateTable?> tables)
    {
        _session = session;
        _copy = copy;
        _options = options;
        _tables = tables;
        Capabilities = new Capabilities { TemporaryStaging = true, SystemViews = true, UserFunctions = true, AltersTypesAlone = true, OnlyReads = options.Access == WarehouseAccess.Read };
    }

    public Capabilities Capabilities { get; }

    /// <param name="options">Where it is, and who logs in.</param>
    /// <param name="tables">What is known of a table from its DDL; null for one that is not known.</param>
    /// <param name="store">Lists the objects that COPY names; Redshift reads them.</param>
    /// <param name="writer">Puts manifests.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StarliftException">It can't be reached, or refuses.</exception>
    public static async Task<RedshiftWarehouse> OpenAsync(
        RedshiftOptions options, Func<TableName, CreateTable?> tables, IObjectStore store, IObjectWriter writer, CancellationToken cancellationToken)
    {
        var session = new RedshiftSession(options);
        try
        {
            await session.OpenAsync(cancellationToken);
            var copy = new RedshiftCopy(session, options, store, writer, new RedshiftLoads(session, options.ViewPatience));
            return new RedshiftWarehouse(session, copy, options, tables);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes the target for one writer, until what is returned is disposed of or this process ends.</summary>
    /// <param name="holder">Who takes it, as others are told.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="StarliftException">Another session holds it; it says who and since when.</exception>
    public async Task<IAsyncDisposable> LockAsync(string holder, CancellationToken cancellationToken) =>
        _lock = await RedshiftLock.TakeAsync(_options, _session, holder, cancellationToken);

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken cancellationToken)
    {
        _written.Clear();
        return _session.BeginAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task BeginReadingAsync(CancellationToken cancellationToken) => BeginAsync(cancellationToken);

    /// <inheritdoc/>
    public Task FlushAsync(bool compacts = true) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task CommitAsync()
    {
        try
        {
            await _session.EndAsync("commit", CancellationToken.None);
        }
        catch (StarliftException e) when (_session.IsLost)
        {
            await SettleAsync();
            throw new UnknownCommitException(ExitCode.Access, "the connection to Redshift was lost while the transaction was being committed", e);
        }

        await AnalyzeAsync();
    }

    /// <inheritdoc/>
    public async Task RollbackAsync()
    {
        _written.Clear();
        try
        {
            if (_session.InTransaction)
            {
                await _session.EndAsync("rollback", CancellationToken.None);
            }
        }
        catch (StarliftException)
        {
            // The session is lost, and the transaction with it; else it must not go on with what is neither undone nor committed.
            await _session.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public async Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var count = await UseAsync(() => _session.ExecuteAsync(RedshiftDialect.Render(statement), statement, cancellationToken), cancellationToken);
        if (_session.InTransaction && RedshiftWrites.TargetOf(statement) is { Schema: not "starlift" } table && !_written.Contains(table))
        {
            _written.Add(table);
        }

        return count;
    }

    /// <inheritdoc/>
    public Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        UseAsync(() => _session.QueryAsync(RedshiftDialect.Render(statement), statement, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public async Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var isAlone = IsAlone;
        if (isAlone)
        {
            await _session.BeginAsync(cancellationToken);
        }

        try
        {
            return await _session.StreamAsync(RedshiftDialect.Render(statement), statement, isAlone ? RollbackAsync : () => Task.CompletedTask, cancellationToken);
        }
        catch when (isAlone)
        {
            await RollbackAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task<CopyResult> CopyAsync(
        CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken) =>
        copy.Keys is null
            ? _copy.RunAsync(copy, objects, progress, cancellationToken)
            : new RedshiftKeyedCopy(_session, _copy).RunAsync(copy, objects, progress, cancellationToken);

    /// <inheritdoc/>
    public async Task AppendAsync(TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        foreach (var insert in RedshiftInsert.Of(table, rows))
        {
            await _session.ExecuteAsync(insert, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public async Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken)
    {
        var columns = await _session.QueryAsync(RedshiftCatalogue.Describe(table), cancellationToken);
        return columns.Rows.Count == 0 ? null : _tables(table) ?? RedshiftCatalogue.DefinitionOf(table, columns);
    }

    /// <inheritdoc/>
    public async Task<FoundTables> FindTablesAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken) =>
        RedshiftTables.Of(tables, await _session.QueryAsync(RedshiftTables.Find(tables), cancellationToken));

    /// <inheritdoc/>
    public SqlType StoredAs(SqlType type) => type;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken)
    {
        var columns = await _session.QueryAsync(RedshiftCatalogue.Describe(table), cancellationToken);
        return columns.Rows.Count == 0 ? null : [.. columns.Rows.Select(row => (string)row[0]!)];
    }

    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        if (_lock is not null)
        {
            await _lock.DisposeAsync();
        }

        await _session.DisposeAsync();
    }

    /// <summary>A session that only reads does so in a transaction that may not write, and that is undone.</summary>
    bool IsAlone => Capabilities.OnlyReads && !_session.InTransaction;

    async Task<T> UseAsync<T>(Func<Task<T>> use, CancellationToken cancellationToken)
    {
        if (!IsAlone)
        {
            return await use();
        }

        await _session.BeginAsync(cancellationToken);
        try
        {
            return await use();
        }
        finally
        {
            await _session.EndAsync("rollback", CancellationToken.None);
        }
    }

    /// <summary>
    /// Waits for the end of a transaction whose session was lost: it has written the ledger, so a lock on that is had when it is over.
    /// </summary>
    async Task SettleAsync()
    {
        try
        {
            await _session.BeginAsync(CancellationToken.None);
            // A transaction whose client is gone may stay open for as long as the network does not notice.
            await _session.ExecuteAsync("set statement_timeout to 60000", CancellationToken.None);
            await _session.ExecuteAsync("lock table starlift.ledger", CancellationToken.None);
            await _session.EndAsync("rollback", CancellationToken.None);
            await _session.ExecuteAsync("reset statement_timeout", CancellationToken.None);
        }
        catch (StarliftException)
        {
            // Redshift is not back, or there is no ledger: whoever asks next is told so.
            await RollbackAsync();
        }
    }

    /// <summary>Only after the commit, and never the run's failure: what was published stands.</summary>
    async Task AnalyzeAsync()
    {
        foreach (var table in _written.ToList())
        {
            try
            {
                await _session.ExecuteAsync($"analyze {table.Quoted}", CancellationToken.None);
            }
            catch (StarliftException e)
            {
                _options.Warning?.Invoke($"{table} could not be analyzed: {e.Message}");
            }
        }

        _written.Clear();
    }
}
