using System.Runtime.CompilerServices;
using Starlift.Copying;
using Starlift.Errors;
using Starlift.History;
using Starlift.Objects;
using Starlift.Runs;
using Starlift.Sql;
using Starlift.Sql.Analysis;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Sessions;

/// <summary>
/// Runs a Redshift SQL script statement by statement, COPY included. Each statement is its own transaction but for those between BEGIN
/// and COMMIT or ROLLBACK; a block left open at the end is rolled back. A script ends with the first statement that fails; a session goes on, and
/// executes nothing but the end of a block in which a statement has failed. Not thread-safe.
/// </summary>
public sealed class ScriptRunner
{
    const string NoBlock = "there is no transaction in progress";

    readonly IWarehouse _warehouse;
    readonly IObjectStore _store;
    readonly TimeProvider _time;
    readonly List<(LoadRecord Record, CopyResult Result)> _inBlock = [];
    readonly HashSet<string> _preparedRows = [];
    string? _cursor;
    bool _isBlock;
    bool _isAborted;
    bool _hasWritten;
    bool _isPrepared;
    long _nextLoadId;

    /// <param name="warehouse">Where; stays open.</param>
    /// <param name="store">Lists the objects of COPY statements; the warehouse reads them.</param>
    /// <param name="time">Tells the time.</param>
    public ScriptRunner(IWarehouse warehouse, IObjectStore store, TimeProvider time)
    {
        _warehouse = warehouse;
        _store = store;
        _time = time;
    }

    /// <summary>A block was begun and is not ended.</summary>
    public bool IsInBlock => _isBlock;

    /// <summary>A statement of the block has failed: it takes nothing but its end.</summary>
    public bool IsAborted => _isAborted;

    /// <summary>Executes the statements one after the other; each result is yielded before the next statement begins.</summary>
    /// <exception cref="StarliftException">A statement failed, or was interrupted when others had taken effect; those after it were not executed.</exception>
    public async IAsyncEnumerable<StatementResult> RunAsync(
        IReadOnlyList<SqlStatement> statements, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await PrepareAsync(statements, cancellationToken);

        try
        {
            foreach (var statement in statements)
            {
                var result = await ExecuteAsync(statement, cancellationToken);
                await using var rows = result.Rows;
                yield return result;
                if (rows is not null)
                {
                    // A statement that fails behind its first rows has failed, whoever looks at them.
                    await rows.DrainAsync(cancellationToken);
                }
            }
        }
        finally
        {
            await RollbackAsync();
        }

        if (_hasWritten)
        {
            await _warehouse.FlushAsync();
        }
    }

    /// <summary>
    /// Executes one statement of a session. A block stays open behind it, until <see cref="EndAsync"/>; other statements may follow one that failed.
    /// </summary>
    /// <param name="statement">One that <see cref="PrepareAsync(IReadOnlyList{SqlStatement}, CancellationToken)"/> was told of.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Its rows are to be disposed of before the next statement.</returns>
    /// <exception cref="StarliftException">It failed.</exception>
    public Task<StatementResult> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        TryAsync(statement, () => RunAsync(statement, cancellationToken), cancellationToken);

    /// <summary>
    /// Gives the number of the load to come, which was taken elsewhere: for a COPY within a block, where none can be taken. Starlift's tables are there.
    /// </summary>
    public void Number(long load)
    {
        _nextLoadId = load;
        _isPrepared = true;
    }

    /// <summary>Tells that a statement was refused before it was to be executed, which a block does not survive.</summary>
    public void Fail() => _isAborted = _isBlock;

    /// <summary>Ends a session: what a block left open has done is undone. May be called twice.</summary>
    public Task EndAsync() => RollbackAsync();

    async Task<T> TryAsync<T>(SqlStatement statement, Func<Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (OperationCanceledException e) when (_hasWritten && cancellationToken.IsCancellationRequested)
        {
            Fail();
            var place = statement.Source.PlaceOf(statement.Source.Start);
            throw new StarliftException(ExitCode.Interrupted, new Problem(
                "interrupted; this statement and an open transaction are undone, and what the script had committed stays", place), e);
        }
        catch
        {
            Fail();
            throw;
        }
    }

    /// <summary>
    /// Makes what statements of a session need before they are executed. The system views are there for whoever asks for them, before the first load
    /// too. No block makes tables or takes numbers, because others would wait for its end: not to be called in one.
    /// </summary>
    /// <param name="statements">Those to come, executed or not.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task PrepareAsync(IReadOnlyList<SqlStatement> statements, CancellationToken cancellationToken)
    {
        if (!_warehouse.Capabilities.OnlyReads && statements.Any(statement => statement is CopyStatement || SystemViews.MentionedIn(statement) is not null))
        {
            await PrepareAsync(cancellationToken);
            if (statements.Count(statement => statement is CopyStatement) is > 0 and var copies)
            {
                _nextLoadId = await LoadHistory.TakeIdsAsync(_warehouse, copies, cancellationToken);
            }

            return;
        }

        foreach (var statement in statements)
        {
            if (SystemViews.MentionedIn(statement) is not { } view)
            {
                continue;
            }

            if (!_warehouse.Capabilities.SystemViews && await _warehouse.ColumnsOfAsync(StarliftTables.Loads, cancellationToken) is null)
            {
                throw new StarliftException(
                    ExitCode.RunFailed,
                    new Problem($"there is no {view} yet: nothing was loaded here", statement.Source.PlaceOf(statement.Source.Start), "load something first: starlift run"));
            }
        }
    }

    async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (!_isPrepared)
        {
            await LoadHistory.PrepareAsync(_warehouse, cancellationToken);
            _isPrepared = true;
        }
    }

    async Task<StatementResult> RunAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (_isAborted && KindOf(statement) is not (TransactionKind.Commit or TransactionKind.Rollback))
        {
            throw new StarliftException(
                ExitCode.RunFailed,
                new Problem(
                    "current transaction is aborted, commands ignored until end of transaction block",
                    statement.Source.PlaceOf(statement.Source.Start),
                    "a statement of the block has failed: end it with ROLLBACK"));
        }

        CheckBlock(statement);
        statement = await _warehouse.ResolveAsync(statement, cancellationToken);
        switch (statement)
        {
            case CopyStatement copy:
                return await CopyAsync(copy, cancellationToken);
            case OtherStatement { Tree: TransactionStatement { Kind: TransactionKind.Begin } }:
                return new StatementResult(statement, null, null, await BeginAsync(cancellationToken));
            case OtherStatement { Tree: TransactionStatement { Kind: TransactionKind.Commit } }:
                return new StatementResult(statement, null, null, await CommitAsync());
            case OtherStatement { Tree: TransactionStatement { Kind: TransactionKind.Rollback } }:
                IReadOnlyList<string> messages = _isBlock ? [] : [NoBlock];
                await RollbackAsync();
                return new StatementResult(statement, null, null, messages);
            case OtherStatement other when YieldsRows(other):
                var rows = await _warehouse.StreamAsync(statement, cancellationToken);
                return new StatementResult(statement, rows.Guarded(read => TryAsync(statement, () => read, cancellationToken)), null, []);
            default:
                var remember = await ScriptedTables.BeforeAsync(_warehouse, statement, cancellationToken);
                var count = await _warehouse.ExecuteAsync(statement, cancellationToken);
                Remember(statement);
                await (remember?.Invoke(Now()) ?? Task.CompletedTask);
                _hasWritten |= !_isBlock;
                _isPrepared &= !MayDropTables(statement);
                if (statement is OtherStatement { Tree: TruncateStatement })
                {
                    // It has committed the block.
                    _hasWritten = true;
                    ForgetBlock();
                }

                return new StatementResult(statement, null, statement is OtherStatement && count >= 0 ? count : null, []);
        }
    }

    /// <exception cref="StarliftException">Redshift executes the statement outside of blocks only, or inside of them only.</exception>
    void CheckBlock(SqlStatement statement)
    {
        if (statement is not OtherStatement { Tree: var tree })
        {
            return;
        }

        var place = statement.Source.PlaceOf(statement.Source.Start);
        if (_isBlock && TransactionBlocks.NotInside(tree) is { } words)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem($"{words} cannot run inside a transaction block", place, "put it before BEGIN, or after COMMIT"));
        }

        if (_cursor is { } open && tree is DeclareCursorStatement)
        {
            throw new StarliftException(
                ExitCode.RunFailed, new Problem($"cursor \"{open}\" is open already, and a session has one at a time", place, $"close it first: CLOSE {open}"));
        }

        if (!_isBlock && TransactionBlocks.OnlyInside(tree))
        {
            throw new StarliftException(
                ExitCode.RunFailed,
                new Problem("DECLARE CURSOR may only be used in begin/end transaction blocks", place, "begin a block: a cursor is closed when its transaction ends"));
        }
    }

    // what a name that was prepared yields is known of its statement alone
    bool YieldsRows(OtherStatement statement) => statement.YieldsRows || statement.Tree is ExecuteStatement { Name.Name: var name } && _preparedRows.Contains(name);

    void Remember(SqlStatement statement)
    {
        switch ((statement as OtherStatement)?.Tree)
        {
            case DeclareCursorStatement declare:
                _cursor = declare.Name.Name;
                break;
            case CloseStatement:
                _cursor = null;
                break;
            case PrepareStatement prepare when RowResults.Are(prepare.Statement):
                _preparedRows.Add(prepare.Name.Name);
                break;
            case PrepareStatement prepare:
                _preparedRows.Remove(prepare.Name.Name);
                break;
        }
    }

    async Task<IReadOnlyList<string>> BeginAsync(CancellationToken cancellationToken)
    {
        if (_isBlock)
        {
            return ["there is already a transaction in progress"];
        }

        await _warehouse.BeginAsync(cancellationToken);
        _isBlock = true;
        return [];
    }

    async Task<IReadOnlyList<string>> CommitAsync()
    {
        if (!_isBlock)
        {
            return [NoBlock];
        }

        if (_isAborted)
        {
            await RollbackAsync();
            return ["the transaction is rolled back, because a statement of it has failed"];
        }

        var loads = _inBlock.Select(load => load.Record.LoadId).ToList();
        try
        {
            await (loads.Count == 0
                ? _warehouse.CommitAsync()
                : _warehouse.CommitAsync(() => LoadHistory.HoldsAsync(_warehouse, loads[0], CancellationToken.None)));
        }
        catch (UnknownCommitException)
        {
            // Nobody knows whether its loads are there: nothing is to be said of them.
            ForgetBlock();
            throw;
        }
        catch
        {
            await RollbackAsync();
            throw;
        }

        _hasWritten = true;
        ForgetBlock();
        return [];
    }

    async Task<StatementResult> CopyAsync(CopyStatement copy, CancellationToken cancellationToken)
    {
        var place = copy.Source.PlaceOf(copy.Source.Start);
        var table = await _warehouse.DefinitionOfAsync(copy.Table, cancellationToken)
            ?? throw new StarliftException(ExitCode.RunFailed, new Problem($"Cannot COPY into nonexistent table {copy.Table}", place, "create it first"));
        var objects = await ObjectListing.ListAsync(_store, copy, _ => { }, cancellationToken);
        if (objects.Count == 0)
        {
            throw ObjectListing.NothingFound(copy);
        }

        await PrepareAsync(cancellationToken);
        var loadId = _nextLoadId++;
        var startedAt = Now();
        if (!_isBlock)
        {
            // Its history is committed with it.
            await _warehouse.BeginAsync(cancellationToken);
        }

        CopyResult? result = null;
        var isKept = false;
        try
        {
            result = await _warehouse.CopyAsync(copy, table, objects, new CopyProgress(), cancellationToken);
            var record = new LoadRecord(loadId, null, null, null, copy, startedAt, Now());
            if (result.Failed)
            {
                var wasBlock = _isBlock;
                await RollbackAsync();
                await TryWriteFailedAsync(record, result, isLast: true);
                // A session's block lasts until COMMIT or ROLLBACK, even after a failure.
                _isBlock = wasBlock;
                throw LoadFailure.Of(copy, result);
            }

            record = record with { Told = copy.NoLoad ? null : LoadFindings.Of(result) };
            await LoadHistory.WriteAsync(_warehouse, record, result, committed: true, cancellationToken);
            if (_isBlock)
            {
                _inBlock.Add((record, result));
                isKept = true;
            }
            else
            {
                await _warehouse.CommitAsync(() => LoadHistory.HoldsAsync(_warehouse, loadId, CancellationToken.None));
                _hasWritten = true;
            }

            await _warehouse.RememberCopyAsync(loadId, result.RowsLoaded, CancellationToken.None);
            return new StatementResult(copy, null, result.RowsLoaded, CopyMessages.Of(copy, result)) { Told = record.Told };
        }
        finally
        {
            if (!isKept)
            {
                result?.Dispose();
            }
        }
    }

    async Task TryWriteFailedAsync(LoadRecord record, CopyResult result, bool isLast)
    {
        try
        {
            await PrepareAsync(CancellationToken.None);
            await _warehouse.BeginAsync(CancellationToken.None);
            await LoadHistory.WriteAsync(_warehouse, record, result, committed: false, CancellationToken.None);
            await _warehouse.CommitAsync();
            if (isLast)
            {
                await _warehouse.RememberCopyAsync(record.LoadId, 0, CancellationToken.None);
            }
        }
        catch (StarliftException)
        {
            // What made the statement fail is told.
            await _warehouse.RollbackAsync();
        }
    }

    /// <summary>What the history says of the block's loads went with it, and is written again as aborted.</summary>
    async Task RollbackAsync()
    {
        await _warehouse.RollbackAsync();
        foreach (var (record, result) in _inBlock)
        {
            await TryWriteFailedAsync(record, result, isLast: false);
        }

        ForgetBlock();
    }

    void ForgetBlock()
    {
        foreach (var (_, result) in _inBlock)
        {
            result.Dispose();
        }

        _inBlock.Clear();
        _cursor = null;
        _isBlock = false;
        _isAborted = false;
    }

    /// <summary>The statement may drop some of Starlift's own.</summary>
    static bool MayDropTables(SqlStatement statement) =>
        statement is DropTable drop ? drop.Tables.Any(table => table.Schema == StarliftTables.Loads.Schema) : statement is OtherStatement { Tree: DropStatement };

    static TransactionKind? KindOf(SqlStatement statement) => statement is OtherStatement { Tree: TransactionStatement transaction } ? transaction.Kind : null;

    DateTime Now() => _time.GetUtcNow().UtcDateTime;
}
