using DuckDB.NET.Data;
using Starlift.Copying;
using Starlift.DuckDb.Native;
using Starlift.DuckDb.Writing;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Tree;
using Starlift.Warehouses;
using BoundCreateFromQuery = Starlift.Sql.Meaning.Bound.BoundCreateFromQuery;
using BoundStatement = Starlift.Sql.Meaning.Bound.BoundStatement;

namespace Starlift.DuckDb;

/// <summary>Redshift SQL on an embedded DuckDB: statements are rendered for it, and COPY is Starlift's own.</summary>
public sealed class DuckDbWarehouse : IWarehouse
{
    readonly DuckDbSession _session;
    readonly DuckDbCatalogue _catalogue;
    readonly DuckDbDialect _dialect;
    readonly DuckDbTables _tables;
    readonly SessionCatalogue _names;
    readonly IObjectStore _store;
    readonly DuckDbOptions _options;
    readonly DuckDbDependents _dependents;
    readonly StagedTexts _texts;
    bool _inTransaction;

    // DuckDB 1.5.6 reads wrong text from temporary tables that it had to move to disk, or crashes; what might not fit into memory is staged
    // in durable tables. Beside staging there must be room for what the models sort and join, and for the star.
    const int ShareOfMemory = 4;

    const string BeginReading = "BEGIN TRANSACTION READ ONLY";

    DuckDbWarehouse(DuckDbSession session, DuckDbCatalogue catalogue, IObjectStore store, DuckDbOptions options, long memory)
    {
        _session = session;
        _catalogue = catalogue;
        _dialect = new DuckDbDialect(catalogue.Find, () => catalogue.All, () => catalogue.Views);
        _texts = new StagedTexts(() => _names!.Forget());
        _tables = new DuckDbTables(session, catalogue.Find, _texts);
        _names = new SessionCatalogue(_tables);
        _dependents = new DuckDbDependents(session);
        _store = store;
        _options = options;
        Capabilities = new Capabilities
        {
            TemporaryStaging = !options.KeepStaging,
            StagesAside = !options.KeepStaging,
            SystemViews = false,
            TellsObjects = true,
            FillsEmptyTables = true,
            LargestTemporaryStaging = memory / ShareOfMemory,
            OnlyReads = options.Access == WarehouseAccess.Read,
        };
    }

    public Capabilities Capabilities { get; }

    /// <summary>Begins to load the engine, which takes a while: the first database that is opened then need not wait for all of it.</summary>
    public static void Prepare() => DuckDbEngine.Prepare();

    /// <param name="options">Where the database is; it is made where it is missing.</param>
    /// <param name="tables">What is known of a table from its DDL; null for one that is not known.</param>
    /// <param name="store">Where COPY reads objects.</param>
    /// <param name="cancellationToken">Ends the opening.</param>
    /// <exception cref="StarliftException">The file can't be opened, or another process holds it.</exception>
    public static async Task<DuckDbWarehouse> OpenAsync(
        DuckDbOptions options, Func<TableName, CreateTable?> tables, IObjectStore store, CancellationToken cancellationToken)
    {
        if (Path.GetFileNameWithoutExtension(options.Path).Equals("starlift", StringComparison.OrdinalIgnoreCase))
        {
            // DuckDB names a database by its file, and could then not tell the database from the schema.
            throw new ConfigurationException(
                $"{options.Path}: a database can't be named starlift, which is the schema of Starlift's own tables", hint: "give the file another name");
        }

        if (options.Access == WarehouseAccess.Read && !options.IsInMemory && !File.Exists(options.Path))
        {
            options = options with { Path = ":memory:" };
        }

        if (!options.IsInMemory && Path.GetDirectoryName(options.Path) is { Length: > 0 } folder)
        {
            DatabaseFolder.Make(folder, options.Path);
        }

        DuckDbSession? session = null;
        try
        {
            session = await DuckDbSession.OpenAsync(options, cancellationToken);
            var catalogue = new DuckDbCatalogue(session, tables);
            await catalogue.LoadAsync(cancellationToken);
            var memory = await session.UseAsync(null, connection => EngineSettings.Of(connection, "memory_limit"), cancellationToken);
            return new DuckDbWarehouse(session, catalogue, store, options, DuckDbMemory.BytesOf(memory));
        }
        catch (Exception e)
        {
            session?.Dispose();
            throw (e as DuckDBException ?? e.InnerException as DuckDBException) is { } refused ? DuckDbErrors.TranslateOpen(refused, options.Path) : e;
        }
    }

    /// <inheritdoc/>
    public Task<IAsyncDisposable> LockAsync(string holder, CancellationToken cancellationToken) =>
        Task.FromResult<IAsyncDisposable>(DuckDbLock.Take(_options, holder, TimeProvider.System));

    /// <inheritdoc/>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await _session.ExecuteAsync(Capabilities.OnlyReads ? BeginReading : "BEGIN TRANSACTION", cancellationToken);
        _catalogue.Begin();
        await _catalogue.RefreshAsync(cancellationToken);
        _names.Begin();
        _inTransaction = true;
    }

    /// <inheritdoc/>
    public Task BeginReadingAsync(CancellationToken cancellationToken) => BeginAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task CommitAsync()
    {
        try
        {
            await _session.ExecuteAsync("COMMIT", CancellationToken.None);
            _catalogue.Commit();
            _names.Commit();
        }
        catch (StarliftException e)
        {
            // What can't be committed is rolled back by the engine itself.
            await ForgetTransactionAsync();
            var what = $"DuckDB could not commit: {e.Problems[0].What}";
            throw _session.IsBroken
                ? new UnknownCommitException(ExitCode.RunFailed, what, e)
                : new StarliftException(e.ExitCode, new Problem($"{what}; the transaction is rolled back", Hint: e.Hint), e);
        }
        finally
        {
            _inTransaction = false;
        }
    }

    /// <inheritdoc/>
    public async Task FlushAsync(bool compacts = true)
    {
        if (_options.IsInMemory)
        {
            return;
        }

        try
        {
            // Merging row groups that have lost rows writes up to three of them again: after a small change that is most of the work.
            await _session.ExecuteAsync(compacts ? "CHECKPOINT" : "SET max_vacuum_tasks = 0; CHECKPOINT", CancellationToken.None);
        }
        catch (StarliftException e) when (DuckDbErrors.MeansOthersWrite(e))
        {
            // Who ends last moves it.
        }
        catch (StarliftException e)
        {
            throw new StarliftException(
                e.ExitCode,
                new Problem(
                    $"what is committed stays in DuckDB's log, {_options.Path}.wal, which could not be moved into the file: {e.Problems[0].What}",
                    Hint: "free space on the disk: the next command that opens the file moves it"),
                e);
        }
        finally
        {
            if (!compacts)
            {
                await _session.ExecuteAsync("RESET max_vacuum_tasks", CancellationToken.None);
            }
        }
    }

    /// <inheritdoc/>
    public async Task RollbackAsync()
    {
        if (!_inTransaction)
        {
            return;
        }

        _inTransaction = false;
        await UndoAsync();
        await ForgetTransactionAsync();
    }

    /// <inheritdoc/>
    public async Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        // Several statements of the engine's stand for one, which happens as a whole.
        await RefreshAsync(cancellationToken);
        statement = await ResolveAsync(statement, cancellationToken);
        if (_inTransaction || statement is not (CreateTable or DropTable or OtherStatement { Tree: MergeStatement or AlterTableStatement or CreateTableAsStatement or CreateViewStatement or DropStatement { Kind: ObjectKind.View } }))
        {
            return await ExecuteInTransactionAsync(statement, cancellationToken);
        }

        await BeginAsync(cancellationToken);
        try
        {
            var count = await ExecuteInTransactionAsync(statement, cancellationToken);
            await CommitAsync();
            return count;
        }
        catch
        {
            await RollbackAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        await RunAsync(await WrittenAsync(statement, cancellationToken), DuckDbRows.Read, cancellationToken);

    /// <inheritdoc/>
    public async Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var isAlone = IsAlone;
        if (isAlone)
        {
            await _session.ExecuteAsync(BeginReading, cancellationToken);
        }

        try
        {
            var written = await WrittenAsync(statement, cancellationToken);
            return await _session.StreamAsync(await PrepareAsync(written, cancellationToken), written, isAlone ? UndoAsync : () => Task.CompletedTask, cancellationToken);
        }
        catch when (isAlone)
        {
            await UndoAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ResultColumn>> DescribeAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var written = await WrittenAsync(statement, cancellationToken, looksAtRows: false);
        if (written.Columns.Count > 0 && !written.Columns.Any(column => column.Type.IsOpen))
        {
            return [.. written.Columns.Select(column => new ResultColumn(column.Name, column.Type))];
        }

        // Only the engine knows the columns of its own tables.
        var empty = statement is OtherStatement { Query: not null } ? $"SELECT * FROM ({written.Texts[^1]}) LIMIT 0" : written.Texts[^1];
        await using var rows = await _session.StreamAsync(empty, written, () => Task.CompletedTask, cancellationToken);
        return rows.Columns;
    }

    /// <inheritdoc/>
    public Task<SqlStatement> ResolveAsync(SqlStatement statement, CancellationToken cancellationToken) => _names.ResolveAsync(statement, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<int, DataType>> ParametersAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        return await _names.ParametersAsync(await ResolveAsync(statement, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CopyResult> CopyAsync(
        CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken)
    {
        var prepared = PreparedCopy.Of(copy, table, await SmallObject.JsonPathsOfAsync(_store, copy, cancellationToken));
        var input = new CopyInput(prepared, objects, _store, progress, cancellationToken);
        var scan = new CopyScan(input);
        var number = CopyFunction.Add(scan);
        try
        {
            var rows = await _session.RunAsync(
                Statement(prepared, number),
                command => copy.NoLoad ? (long)command.ExecuteScalar()! : command.ExecuteNonQuery(),
                cancellationToken,
                new EngineStatement(copy, []));
            _texts.Copied(copy.Table.Name, [.. prepared.SinkColumns.Where((_, i) => scan.EndInBlank[i]).Select(column => column.Name)]);
            return input.Finish(rows);
        }
        catch (StarliftException) when (scan.GaveUp)
        {
            return input.Finish(0);
        }
        catch (StarliftException e) when (e.InnerException is DuckDBException)
        {
            input.Dispose();
            scan.ThrowFailure();
            throw;
        }
        catch
        {
            input.Dispose();
            throw;
        }
        finally
        {
            CopyFunction.Remove(number);
        }
    }

    /// <inheritdoc/>
    public Task RememberCopyAsync(long loadId, long rows, CancellationToken cancellationToken) =>
        _session.ExecuteAsync(DuckDbLastCopy.Remember(loadId, rows), cancellationToken);

    /// <inheritdoc/>
    public Task AppendAsync(TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        _texts.Forget(table.Name);
        return _session.UseAsync(null, connection => DuckDbRows.Append(connection, table, rows, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken)
    {
        await RefreshAsync(cancellationToken);
        return await _catalogue.DefinitionOfAsync(table, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<FoundTables> FindTablesAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken) =>
        _tables.FindAsync(tables, cancellationToken);

    /// <inheritdoc/>
    public SqlType StoredAs(SqlType type) => DuckDbTables.StoredAs(type);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken) =>
        _session.ColumnsOfAsync(table, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await RollbackAsync();
        await Task.Run(_session.Dispose);
    }

    static string Statement(PreparedCopy copy, long number)
    {
        if (copy.Statement.NoLoad)
        {
            return $"SELECT count(*) FROM {CopyFunction.Name}({number})";
        }

        var columns = string.Join(", ", copy.SinkColumns.Select(column => DuckDbName.Quote(column.Name)));
        return $"INSERT INTO {DuckDbName.Of(copy.Statement.Table)} ({columns}) SELECT {columns} FROM {CopyFunction.Name}({number})";
    }

    async Task<long> ExecuteInTransactionAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        var isThere = statement is CreateTable { IfNotExists: true } wanted && await ColumnsOfAsync(wanted.Name, cancellationToken) is not null;
        _texts.Precede(statement);
        var bound = await _names.BindAsync(statement, cancellationToken);
        var altered = (statement as OtherStatement)?.Tree as AlterTableStatement;
        var views = altered is null ? [] : await _dependents.ReadableAsync(altered, cancellationToken);
        var rendered = await RenderedAsync(statement, bound, cancellationToken);
        var count = rendered.Texts is [DuckDbWriter.Nothing] ? 0 : await RunAsync(rendered, command => (long)command.ExecuteNonQuery(), cancellationToken);
        if (altered is not null)
        {
            await _dependents.SettleAsync(altered, statement.Source.PlaceOf(statement.Source.Start), views, cancellationToken);
        }

        _names.Follow(statement, bound);
        _texts.Follow(statement, bound, isMade: !isThere);
        switch (statement)
        {
            case CreateTable table when !isThere:
                await _catalogue.RememberAsync(table, cancellationToken);
                break;
            case OtherStatement { Tree: CreateTableAsStatement create } when bound is BoundCreateFromQuery { Table: var made }:
                await _catalogue.RememberAsync(create, made, cancellationToken);
                break;
            case DropTable drop:
                foreach (var table in drop.Tables)
                {
                    await _catalogue.ForgetAsync(table, cancellationToken);
                }

                break;
            case OtherStatement { Tree: CreateViewStatement view }:
                await _catalogue.RememberAsync(view, statement.Source, cancellationToken);
                break;
            case OtherStatement { Tree: DropStatement { Kind: ObjectKind.View } drop }:
                foreach (var view in drop.Names)
                {
                    await _catalogue.ForgetAsync(TableName.Of(view.Name), cancellationToken);
                }

                break;
            case OtherStatement { Tree: AlterTableStatement alter }:
                await _catalogue.AlterAsync(alter, statement.Source, cancellationToken);
                break;
            case OtherStatement { Tree: TruncateStatement } when _inTransaction:
                // As on Redshift, where TRUNCATE commits the transaction it stands in ("TRUNCATE").
                await CommitAsync();
                break;
        }

        return count;
    }

    async Task UndoAsync()
    {
        try
        {
            await _session.ExecuteAsync("ROLLBACK", CancellationToken.None);
        }
        catch (StarliftException)
        {
            // The engine has rolled it back itself, with the statement that failed.
        }
    }

    async Task ForgetTransactionAsync()
    {
        try
        {
            _names.Rollback();
            _texts.Forget();
            await _catalogue.RollbackAsync();
        }
        catch (StarliftException)
        {
            // The next statement is told why the file can't be read.
        }
    }

    // The file may be open for writing in another session of this process, and a database in memory always is: the transaction refuses.
    bool IsAlone => Capabilities.OnlyReads && !_inTransaction;

    async Task<T> RunAsync<T>(EngineStatement statement, Func<DuckDBCommand, T> last, CancellationToken cancellationToken)
    {
        if (!IsAlone)
        {
            return await RunHereAsync(statement, last, cancellationToken);
        }

        await _session.ExecuteAsync(BeginReading, cancellationToken);
        try
        {
            return await RunHereAsync(statement, last, cancellationToken);
        }
        finally
        {
            await UndoAsync();
        }
    }

    async Task<T> RunHereAsync<T>(EngineStatement statement, Func<DuckDBCommand, T> last, CancellationToken cancellationToken) =>
        await _session.RunAsync(await PrepareAsync(statement, cancellationToken), last, cancellationToken, statement);

    // within a transaction nobody else's changes are seen
    Task RefreshAsync(CancellationToken cancellationToken) => _inTransaction ? Task.CompletedTask : _catalogue.RefreshAsync(cancellationToken);

    async Task<EngineStatement> WrittenAsync(SqlStatement statement, CancellationToken cancellationToken, bool looksAtRows = true)
    {
        await RefreshAsync(cancellationToken);
        statement = await ResolveAsync(statement, cancellationToken);
        _texts.Precede(statement);
        var bound = await _names.BindAsync(statement, cancellationToken);
        var written = looksAtRows ? await RenderedAsync(statement, bound, cancellationToken) : _dialect.Render(statement, bound);
        _names.Follow(statement, bound);
        _texts.Follow(statement, bound, isMade: false);
        return written;
    }

    async Task<EngineStatement> RenderedAsync(SqlStatement statement, BoundStatement? bound, CancellationToken cancellationToken) =>
        _dialect.Render(statement, bound, StagedTexts.IsKept(statement) ? [] : await NearlyUnique.AmongAsync(_session, bound, cancellationToken));

    /// <summary>Executes all of the engine's statements that stand for one of Redshift's, but the last.</summary>
    /// <returns>The last.</returns>
    async Task<string> PrepareAsync(EngineStatement statement, CancellationToken cancellationToken)
    {
        foreach (var sql in statement.Texts.SkipLast(1))
        {
            await _session.ExecuteAsync(sql, cancellationToken, statement);
        }

        return statement.Texts[^1];
    }
}
