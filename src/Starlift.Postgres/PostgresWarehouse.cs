using Starlift.Copying;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Postgres;

/// <summary>Redshift SQL on PostgreSQL: statements are rendered for it, and COPY is Starlift's own, sent as PostgreSQL's binary COPY.</summary>
public sealed class PostgresWarehouse : IWarehouse
{
    readonly PostgresOptions _options;
    readonly PostgresSession _session;
    readonly PostgresCatalogue _catalogue;
    readonly PostgresTables _tables;
    readonly SessionCatalogue _names;
    readonly IObjectStore _store;

    PostgresWarehouse(PostgresOptions options, PostgresSession session, PostgresCatalogue catalogue, PostgresTables found, IReadOnlyList<string> searchPath, IObjectStore store)
    {
        _options = options;
        _session = session;
        _catalogue = catalogue;
        _tables = found;
        _names = new SessionCatalogue(_tables) { SearchPath = searchPath };
        _store = store;
        Capabilities = new Capabilities
        {
            TemporaryStaging = !options.KeepStaging,
            SystemViews = false,
            TellsObjects = true,
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
            var found = new PostgresTables(session, catalogue.Find);
            return new PostgresWarehouse(options, session, catalogue, found, await found.SearchPathAsync(cancellationToken), store);
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
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await _session.BeginAsync(cancellationToken);
        _names.Begin();
    }

    /// <inheritdoc/>
    public async Task BeginReadingAsync(CancellationToken cancellationToken)
    {
        await _session.BeginReadingAsync(cancellationToken);
        _names.Begin();
    }

    /// <inheritdoc/>
    public async Task CommitAsync()
    {
        try
        {
            await _session.CommitAsync();
        }
        catch
        {
            _names.Rollback();
            throw;
        }

        _names.Commit();
    }

    /// <inheritdoc/>
    public Task FlushAsync(bool compacts = true) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task RollbackAsync()
    {
        await _session.RollbackAsync();
        _names.Rollback();
    }

    /// <inheritdoc/>
    public async Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        statement = await ResolveAsync(statement, cancellationToken);
        var isThere = statement is CreateTable { IfNotExists: true } wanted && await ColumnsOfAsync(wanted.Name, cancellationToken) is not null;
        var bound = await _names.BindAsync(statement, cancellationToken);
        var rendered = PostgresDialect.Render(statement, bound, _catalogue.All);
        var count = await _session.ExecuteAsync(rendered.Texts, rendered, cancellationToken);
        _names.Follow(statement, bound);
        switch (statement)
        {
            case CreateTable table when !isThere:
                _catalogue.Remember(table);
                break;
            case DropTable drop:
                drop.Tables.ToList().ForEach(_catalogue.Forget);
                break;
            case OtherStatement { Tree: AlterTableStatement alter }:
                _catalogue.Alter(alter, statement.Source);
                break;
            case OtherStatement { Tree: TruncateStatement } when _session.InTransaction:
                // As on Redshift, where TRUNCATE commits the transaction it stands in ("TRUNCATE").
                await CommitAsync();
                break;
        }

        return count;
    }

    /// <inheritdoc/>
    public async Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        statement = await ResolveAsync(statement, cancellationToken);
        var bound = await _names.BindAsync(statement, cancellationToken);
        var rendered = PostgresDialect.Render(statement, bound, _catalogue.All);
        var result = await _session.QueryAsync(rendered.Texts, rendered, cancellationToken);
        _names.Follow(statement, bound);
        return result;
    }

    /// <inheritdoc/>
    public async Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        statement = await ResolveAsync(statement, cancellationToken);
        var bound = await _names.BindAsync(statement, cancellationToken);
        var rendered = PostgresDialect.Render(statement, bound, _catalogue.All);
        var rows = await _session.StreamAsync(rendered.Texts, rendered, cancellationToken);
        _names.Follow(statement, bound);
        return rows;
    }

    /// <inheritdoc/>
    public Task<SqlStatement> ResolveAsync(SqlStatement statement, CancellationToken cancellationToken) => _names.ResolveAsync(statement, cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<int, DataType>> ParametersAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        _names.ParametersAsync(statement, cancellationToken);

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
        _tables.FindAsync(tables, cancellationToken);

    /// <inheritdoc/>
    public SqlType StoredAs(SqlType type) => type.Kind == SqlTypeKind.Varbyte ? SqlType.AnyVarbyte : type;

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken) =>
        _catalogue.ColumnsOfAsync(table, cancellationToken);

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
