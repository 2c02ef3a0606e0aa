using Starlift.Copying;
using Starlift.Objects;
using Starlift.Postgres.Copying;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>Redshift SQL on PostgreSQL: statements are rendered for it, and COPY is Starlift's own, sent as PostgreSQL's binary COPY.</summary>
public sealed class PostgresWarehouse : IWarehouse
{
    readonly PostgresOptions _options;
    readonly PostgresSession _session;
    readonly PostgresCatalogue _catalogue;
    readonly PostgresDialect _dialect;
    readonly IObjectStore _store;

    PostgresWarehouse(PostgresOptions options, PostgresSession session, PostgresCatalogue catalogue, IObjectStore store)
    {
        _options = options;
        _session = session;
        _catalogue = catalogue;
        _dialect = new PostgresDialect(catalogue.Find);
        _store = store;
        Capabilities = new Capabilities
        {
            TemporaryStaging = !options.KeepStaging,
            SystemViews = false,
            OnlyReads = options.Access == WarehouseAccess.Read,
        };
    }

    public Capabilities Capabilities { get; }

    /// <param name="options">Which server and database.</param>
    /// <param name="tables">What is known of a table from its DDL; null for one that is not known.</param>
    /// <param name="store">Where COPY reads objects.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="Errors.StarliftException">The server can't be reached or does not let the user in.</exception>
    public static async Task<PostgresWarehouse> OpenAsync(
        PostgresOptions options, Func<TableName, CreateTable?> tables, IObjectStore store, CancellationToken cancellationToken)
    {
        var session = new PostgresSession(options);
        try
        {
            await session.OpenAsync(cancellationToken);
            var catalogue = new PostgresCatalogue(session, tables);
            await catalogue.LoadAsync(cancellationToken);
            return new PostgresWarehouse(options, session, catalogue, store);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IAsyncDisposable> LockAsync(string holder, CancellationToken cancellationToken) =>
        await PostgresLock.TakeAsync(_session, _options.Database, holder, TimeProvider.System, cancellationToken);

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken cancellationToken) => _session.BeginAsync(cancellationToken);

    /// <inheritdoc/>
    public Task BeginReadingAsync(CancellationToken cancellationToken) => _session.BeginReadingAsync(cancellationToken);

    /// <inheritdoc/>
    public Task CommitAsync() => _session.CommitAsync();

    /// <inheritdoc/>
    public Task FlushAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task RollbackAsync() => _session.RollbackAsync();

    /// <inheritdoc/>
    public async Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var isThere = statement is CreateTable { IfNotExists: true } wanted && await ColumnsOfAsync(wanted.Name, cancellationToken) is not null;
        var count = await _session.ExecuteAsync(_dialect.Render(statement), statement, cancellationToken);
        switch (statement)
        {
            case CreateTable table when !isThere:
                _catalogue.Remember(table);
                break;
            case DropTable drop:
                drop.Tables.ToList().ForEach(_catalogue.Forget);
                break;
            case OtherStatement { Tokens: [var verb, var what, ..] } other when verb.Is("alter") && what.Is("table"):
                _catalogue.Forget(new TableName(null, other.Tokens[2].Value));
                break;
            case OtherStatement other when _session.InTransaction && other.Tokens[0].Is("truncate"):
                // As on Redshift, where TRUNCATE commits the transaction it stands in ("TRUNCATE").
                await CommitAsync();
                break;
        }

        return count;
    }

    /// <inheritdoc/>
    public Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        _session.QueryAsync(_dialect.Render(statement), statement, cancellationToken);

    /// <inheritdoc/>
    public Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        _session.StreamAsync(_dialect.Render(statement), statement, cancellationToken);

    /// <inheritdoc/>
    public async Task<CopyResult> CopyAsync(
        CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken)
    {
        var prepared = PreparedCopy.Of(copy, table, await SmallObject.JsonPathsOfAsync(_store, copy, cancellationToken));
        var input = new CopyInput(prepared, objects, _store, progress, cancellationToken);
        try
        {
            return input.Finish(await new PostgresCopy(_session, input, _options.Threads).RunAsync(cancellationToken));
        }
        catch (LoadAbortedException)
        {
            return input.Finish(0);
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public Task RememberCopyAsync(long loadId, long rows, CancellationToken cancellationToken) =>
        _session.ExecuteAsync([$"SET starlift.copy_id = '{loadId}'", $"SET starlift.copy_count = '{rows}'"], null, cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        _session.UseAsync(null, connection => PostgresRows.AppendAsync(connection, table, rows, cancellationToken), cancellationToken);

    /// <inheritdoc/>
    public Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken) =>
        _catalogue.DefinitionOfAsync(table, cancellationToken);

    /// <inheritdoc/>
    public Task<FoundTables> FindTablesAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken) =>
        PostgresTables.FindAsync(_session, tables, cancellationToken);

    /// <inheritdoc/>
    public SqlType StoredAs(SqlType type) => type.Kind == SqlTypeKind.Varbyte ? SqlType.AnyVarbyte : type;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken) =>
        _catalogue.ColumnsOfAsync(table, cancellationToken);

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
