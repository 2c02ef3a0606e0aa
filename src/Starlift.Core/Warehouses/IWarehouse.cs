using System.Collections.Immutable;
using Starlift.Copying;
using Starlift.Objects;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Warehouses;

/// <summary>
/// One session of something that executes Redshift SQL. Not thread-safe. A statement that fails throws a
/// <see cref="Errors.StarliftException"/> with the driver's exception inside; within a transaction nothing but
/// <see cref="RollbackAsync"/> may follow it. Disposing rolls an open transaction back. Where the connection is lost, the statement at hand
/// throws, nothing of an open transaction remains, and what follows a <see cref="RollbackAsync"/> connects anew.
/// </summary>
public interface IWarehouse : IAsyncDisposable
{
    Capabilities Capabilities { get; }

    /// <summary>
    /// Takes the target for one writer: no other session gets it until what is returned is disposed of, or this session ends in whatever
    /// way, so that a dead holder blocks nobody. Does not wait. Not to be called in a transaction, nor twice at a time; needs none of
    /// Starlift's tables.
    /// </summary>
    /// <param name="holder">Who takes it, as others are told: user@machine.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="Errors.StarliftException">Of <see cref="Errors.ExitCode.Locked"/>: another session holds it; it says who and since when.</exception>
    Task<IAsyncDisposable> LockAsync(string holder, CancellationToken cancellationToken);

    /// <summary>Begins a transaction; without one each statement is its own.</summary>
    Task BeginAsync(CancellationToken cancellationToken);

    /// <summary>Begins a transaction that sees the warehouse as it is at one moment, whatever others commit meanwhile. It is not to write.</summary>
    Task BeginReadingAsync(CancellationToken cancellationToken);

    /// <summary>
    /// After it returns, the transaction's changes survive a crash. Nothing ends it but its own end: whoever asked to stop in between is
    /// told what came of it. Where it throws, the transaction is over and nothing of it is there, unless it is an
    /// <see cref="UnknownCommitException"/>.
    /// </summary>
    Task CommitAsync();

    /// <summary>
    /// Moves what has been committed to where the warehouse keeps it, so that nothing is left to do when it is closed, where a failure could
    /// not be told. To be called in no transaction, by whoever has written all it had to.
    /// </summary>
    /// <param name="compacts">What deleted rows leave is cleared away, too, where that is done then. It may cost as much as writing the tables: a small change leaves it to a later call.</param>
    /// <exception cref="Errors.StarliftException">It can't be moved. It is committed all the same, and the warehouse can be opened again.</exception>
    Task FlushAsync(bool compacts = true);

    /// <summary>
    /// Undoes the transaction. Throws nothing, so that what made it fail is told: may be called after a failed statement, where no
    /// transaction is open, and where the connection is lost; then the warehouse undoes it by itself.
    /// </summary>
    Task RollbackAsync();

    /// <summary>Executes any statement but a COPY.</summary>
    /// <returns>Rows inserted, updated or deleted; -1 where the statement counts none.</returns>
    Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken);

    /// <summary>Executes a statement that yields rows.</summary>
    Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken);

    /// <summary>
    /// Executes a statement that yields rows, and gives them as they come: for results of any size. Nothing else may be asked until the
    /// stream is disposed of. Outside of a transaction the statement is its own, which ends with the stream.
    /// </summary>
    Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken);

    /// <summary>
    /// The columns that a statement which yields rows would give. A warehouse that has no other way executes it and gives up before the first row.
    /// </summary>
    /// <exception cref="Errors.StarliftException">It is refused.</exception>
    async Task<IReadOnlyList<ResultColumn>> DescribeAsync(SqlStatement statement, CancellationToken cancellationToken)
    {
        await using var rows = await StreamAsync(statement, cancellationToken);
        return rows.Columns;
    }

    /// <summary>The statement with the schemas that its names leave to the session's search path; the statement itself where the warehouse looks them up by itself.</summary>
    Task<SqlStatement> ResolveAsync(SqlStatement statement, CancellationToken cancellationToken) => Task.FromResult(statement);

    /// <summary>The types that the places of a statement's parameters want, by their numbers, where the warehouse can tell without executing it.</summary>
    /// <exception cref="Errors.StarliftException">It is refused.</exception>
    Task<IReadOnlyDictionary<int, DataType>> ParametersAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<int, DataType>>(ImmutableDictionary<int, DataType>.Empty);

    /// <summary>
    /// Loads exactly these object versions, whatever FROM names. A load that fails on its data is a failed result, after which a
    /// transaction must be rolled back; without a transaction nothing was loaded.
    /// </summary>
    Task<CopyResult> CopyAsync(
        CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken);

    /// <summary>
    /// Tells what pg_last_copy_id() and pg_last_copy_count() are to say from now on in this session. Nothing to do for a warehouse that
    /// has them of its own.
    /// </summary>
    /// <param name="loadId">The number under which the COPY stands in Starlift's history.</param>
    /// <param name="rows">Rows loaded; 0 for a COPY that failed.</param>
    /// <param name="cancellationToken">Ends the telling.</param>
    Task RememberCopyAsync(long loadId, long rows, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Adds rows fast, with no SQL in between. Values are of <see cref="QueryResult"/>'s kinds, in the order of the columns.</summary>
    Task AppendAsync(TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken);

    /// <summary>
    /// The table's definition, as its CREATE TABLE stated it where that is known, else as the warehouse describes it; null where there is
    /// no such table.
    /// </summary>
    Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken);

    /// <summary>What there is under these names, temporary tables left out. Asks the server once, however many names there are.</summary>
    Task<FoundTables> FindTablesAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken);

    /// <summary>As which type the warehouse describes a column that was made with this one: it may not hold a length, for one.</summary>
    SqlType StoredAs(SqlType type);

    /// <summary>The names of the table's columns in order; null where there is no such table.</summary>
    Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken);
}
