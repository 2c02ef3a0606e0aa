using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Sql.Tree;
using Starlift.Warehouses;

namespace Starlift.Tests.Runs;

/// <summary>A warehouse whose commits a test can disturb, and which it can take away behind one, as a killed process loses it.</summary>
sealed class WatchedCommits(IWarehouse warehouse) : IWarehouse
{
    bool _prepares;

    /// <summary>Takes the place of the commit of this number, from 1 on, of a transaction; those that only make the history or take numbers for loads pass.</summary>
    public Func<int, IWarehouse, Task> OnCommit { get; set; } = (_, warehouse) => warehouse.CommitAsync();

    /// <summary>How many transactions have been committed or were to be.</summary>
    public int Commits { get; private set; }

    /// <summary>From now on nothing more can be asked or written.</summary>
    public bool IsGone { get; set; }

    public Capabilities Capabilities => warehouse.Capabilities;

    /// <summary>What a warehouse throws that does not know whether it has committed.</summary>
    public static UnknownCommitException Unknown() => new(ExitCode.Access, "the line was cut", new IOException("cut"));

    public Task<IAsyncDisposable> LockAsync(string holder, CancellationToken cancellationToken) => Here.LockAsync(holder, cancellationToken);

    public Task BeginAsync(CancellationToken cancellationToken)
    {
        _prepares = false;
        return Here.BeginAsync(cancellationToken);
    }

    public Task BeginReadingAsync(CancellationToken cancellationToken) => Here.BeginReadingAsync(cancellationToken);

    public Task CommitAsync()
    {
        var (prepares, here) = (_prepares, Here);
        _prepares = false;
        return prepares ? here.CommitAsync() : OnCommit(++Commits, here);
    }

    public Task FlushAsync(bool compacts = true) => Here.FlushAsync(compacts);

    public Task RollbackAsync() => warehouse.RollbackAsync();

    public Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        _prepares |= statement is OtherStatement { Tree: LockStatement } or CreateTable { Name.Schema: "starlift" };
        return Here.ExecuteAsync(statement, cancellationToken);
    }

    public Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) => Here.QueryAsync(statement, cancellationToken);

    public Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken) => Here.StreamAsync(statement, cancellationToken);

    public Task<CopyResult> CopyAsync(
        CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken) =>
        Here.CopyAsync(copy, table, objects, progress, cancellationToken);

    public Task RememberCopyAsync(long loadId, long rows, CancellationToken cancellationToken) => Here.RememberCopyAsync(loadId, rows, cancellationToken);

    public Task AppendAsync(TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken) => Here.AppendAsync(table, rows, cancellationToken);

    public Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken) => Here.DefinitionOfAsync(table, cancellationToken);

    public Task<FoundTables> FindTablesAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken) => Here.FindTablesAsync(tables, cancellationToken);

    public SqlType StoredAs(SqlType type) => warehouse.StoredAs(type);

    public Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken) => Here.ColumnsOfAsync(table, cancellationToken);

    public ValueTask DisposeAsync() => warehouse.DisposeAsync();

    IWarehouse Here => IsGone ? throw new StarliftException(ExitCode.Access, new Problem("the warehouse is gone")) : warehouse;
}
