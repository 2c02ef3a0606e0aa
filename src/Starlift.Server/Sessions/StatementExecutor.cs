using System.Globalization;
using Starlift.Errors;
using Starlift.Server.Wire;
using Starlift.Sessions;
using Starlift.Sql;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Server.Sessions;

/// <summary>Executes the statements of one session. Not thread-safe.</summary>
/// <param name="warehouse">The session's own.</param>
/// <param name="runner">Executes statements on it.</param>
/// <param name="loads">Numbers the loads of all sessions.</param>
/// <param name="own">Executes the loads of a session of Starlift's own; null for others.</param>
/// <param name="locks">Of all sessions.</param>
/// <param name="reach">Cancels the statement of another session by its number, or ends it; false where there is none.</param>
/// <param name="hooks">Of tests.</param>
sealed class StatementExecutor(IWarehouse warehouse, ScriptRunner runner, LoadGate loads, OwnLoads? own, TableLocks locks, Func<BackendCall, bool> reach, StatementHooks? hooks) : IDisposable
{
    const string TimeoutName = "statement_timeout";

    static readonly SqlStatement Begin = SqlScript.Parse("", "begin").Single();
    static readonly SqlStatement Commit = SqlScript.Parse("", "commit").Single();
    static readonly SqlStatement Rollback = SqlScript.Parse("", "rollback").Single();

    readonly UsedTables _tables = new();
    readonly List<SqlStatement> _sets = [];
    bool _isImplicit;
    bool _isNew;
    bool _isReadOnly;

    /// <summary>Of ReadyForQuery: I outside of a block, T within one, E within one that has failed.</summary>
    public char Status => !runner.IsInBlock || _isImplicit ? 'I' : runner.IsAborted ? 'E' : 'T';

    /// <summary>Floating point numbers are to be sent with all their digits: extra_float_digits is above 0.</summary>
    public bool ExactFloats { get; private set; }

    /// <summary>How long a statement may take; null for as long as it takes.</summary>
    public TimeSpan? Timeout { get; private set; }

    /// <summary>Executes one statement.</summary>
    /// <returns>Its rows are to be read or disposed of before the next statement.</returns>
    /// <exception cref="StarliftException">It failed.</exception>
    /// <exception cref="ServerError">The server refuses it.</exception>
    public async Task<StatementResult> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        // with its names as the client has sent them
        var sent = statement.Source.Sql;
        await (hooks?.Before?.Invoke(sent, cancellationToken) ?? Task.CompletedTask);
        try
        {
            if (!runner.IsAborted)
            {
                statement = await warehouse.ResolveAsync(statement, cancellationToken);
                await EnterAsync(statement, cancellationToken);
            }

            var result = await RunAsync(statement, cancellationToken);
            Follow(statement);
            await (hooks?.After?.Invoke(sent, cancellationToken) ?? Task.CompletedTask);
            return result;
        }
        catch
        {
            runner.Fail();
            throw;
        }
        finally
        {
            if (!runner.IsInBlock)
            {
                locks.Release(this);
            }
        }
    }

    /// <summary>Executes what the client has said when it connected as if it had said it by SET.</summary>
    /// <exception cref="ServerError">A value that the parameter can't have.</exception>
    public async Task ApplyAsync(string name, string value, CancellationToken cancellationToken)
    {
        try
        {
            var text = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
            var set = SqlScript.Parse("", $"set {name} to '{text}'").Single();
            await runner.ExecuteAsync(set, cancellationToken);
            Follow(set);
        }
        catch (StarliftException e)
        {
            throw new ServerError("22023", $"invalid value for parameter \"{name}\": \"{value}\"", hint: e.Problems[0].What, isFatal: true);
        }
    }

    /// <summary>What a statement would give, without executing it; null of one that yields no rows.</summary>
    public async Task<IReadOnlyList<ResultColumn>?> DescribeAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        BackendCall.Of(statement) is { Name: not null } call ? call.Columns
        : own is not null && LoadViews.Answer(statement) ? await own.Views.DescribeAsync(statement, cancellationToken)
        : statement is OtherStatement { YieldsRows: true } ? await warehouse.DescribeAsync(statement, cancellationToken) : null;

    /// <summary>Asks the context of the statement's parameters for the types that the client has not stated.</summary>
    public async Task AskTypesAsync(PreparedStatement prepared, CancellationToken cancellationToken)
    {
        if (prepared is { IsOpen: true, Statement: { } statement })
        {
            prepared.Want(await warehouse.ParametersAsync(statement, cancellationToken));
        }
    }

    /// <summary>
    /// Begins a transaction that the client has not asked for: statements that are sent together are one (Amazon Redshift: "Serializable isolation"), unless
    /// they begin or end one themselves.
    /// </summary>
    public async Task BeginTogetherAsync(CancellationToken cancellationToken)
    {
        if (!runner.IsInBlock)
        {
            await runner.ExecuteAsync(Begin, cancellationToken);
            Follow(Begin);
            _isImplicit = true;
        }
    }

    /// <summary>Ends what <see cref="BeginTogetherAsync"/> has begun.</summary>
    public async Task EndTogetherAsync(bool isDone)
    {
        if (_isImplicit)
        {
            _isImplicit = false;
            try
            {
                await runner.ExecuteAsync(isDone ? Commit : Rollback, CancellationToken.None);
            }
            finally
            {
                locks.Release(this);
            }
        }
    }

    /// <summary>A statement failed before the warehouse was asked, which a block does not survive.</summary>
    public void Fail() => runner.Fail();

    /// <summary>The session is over.</summary>
    public void Dispose() => locks.Release(this);

    /// <summary>Waits for the tables that the statement locks or uses.</summary>
    async Task EnterAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (_isReadOnly && runner.IsInBlock && !_tables.OnlyReads(statement))
        {
            throw new ServerError("25006", "transaction is read-only");
        }

        if (statement is OtherStatement { Tree: LockStatement { Tables: var locked } })
        {
            foreach (var each in locked.Select(name => UsedTables.Named(TableName.Of(name))).Order(TableNameOrder))
            {
                await locks.LockAsync(this, each, cancellationToken);
            }

            await BeginAnewAsync(cancellationToken);
            return;
        }

        var hasWaited = false;
        foreach (var each in _tables.Of(statement).Order(TableNameOrder))
        {
            var entering = locks.UseAsync(this, each, cancellationToken);
            hasWaited |= !entering.IsCompleted;
            await entering;
        }

        if (hasWaited)
        {
            await BeginAnewAsync(cancellationToken);
        }
    }

    /// <summary>
    /// A transaction sees what was committed when it had the tables of its first statement (Amazon Redshift: "LOCK"), and an engine's when it began itself: one that has done nothing else begins again.
    /// </summary>
    async Task BeginAnewAsync(CancellationToken cancellationToken)
    {
        if (runner.IsInBlock && _isNew)
        {
            await warehouse.RollbackAsync();
            await warehouse.BeginAsync(cancellationToken);
            foreach (var set in _sets)
            {
                await runner.ExecuteAsync(set, cancellationToken);
            }
        }
    }

    async Task<StatementResult> RunAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        if (!runner.IsAborted && BackendCall.Of(statement) is { } call)
        {
            return Reach(statement, call);
        }

        if (own is not null && !runner.IsAborted)
        {
            if (statement is CopyStatement copy)
            {
                return await own.CopyAsync(copy, runner.IsInBlock, cancellationToken);
            }

            if (LoadViews.Answer(statement))
            {
                return new StatementResult(statement, await own.Views.QueryAsync(statement, cancellationToken), null, []);
            }
        }

        if (statement is CopyStatement && !runner.IsAborted)
        {
            runner.Number(await loads.TakeAsync(cancellationToken));
        }

        return await runner.ExecuteAsync(statement, cancellationToken);
    }

    StatementResult Reach(SqlStatement statement, BackendCall call)
    {
        var isThere = reach(call);
        IReadOnlyList<string> messages = isThere ? [] : [$"PID {call.Process.ToString(CultureInfo.InvariantCulture)} is not a PostgreSQL server process"];
        return call.Name is null
            ? new StatementResult(statement, null, null, messages)
            : new StatementResult(statement, new RowStream(call.Columns, new object?[][] { [isThere ? 1 : 0] }.ToAsyncEnumerable(), () => ValueTask.CompletedTask), null, messages);
    }

    void Follow(SqlStatement statement)
    {
        _tables.Follow(statement);
        switch ((statement as OtherStatement)?.Tree)
        {
            case TransactionStatement transaction:
                _isImplicit = false;
                _isNew = transaction.Kind == TransactionKind.Begin;
                _isReadOnly = _isNew && transaction.Modes is { } modes && statement.Source.Text[modes.Span.Start..modes.Span.End].Contains("only", StringComparison.OrdinalIgnoreCase);
                _sets.Clear();
                break;
            case SetStatement set:
                _sets.Add(statement);
                Set(set, statement.Source);
                break;
            case ResetStatement { Name: null or { Parts: [{ Name: TimeoutName }] } }:
                _sets.Add(statement);
                Timeout = null;
                break;
            case LockStatement:
                break;
            default:
                _isNew = false;
                break;
        }
    }

    void Set(SetStatement set, SqlSource source)
    {
        int? Number() => set.Values is [var value] && int.TryParse(source.Text.AsSpan()[value.Span.Start..value.Span.End].Trim('\''), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
        switch (set.Name.Parts)
        {
            case [{ Name: "extra_float_digits" }]:
                ExactFloats = Number() > 0;
                break;
            case [{ Name: TimeoutName }]:
                Timeout = Number() is > 0 and var milliseconds ? TimeSpan.FromMilliseconds(milliseconds) : null;
                break;
        }
    }

    static readonly IComparer<TableName> TableNameOrder = Comparer<TableName>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()));
}
