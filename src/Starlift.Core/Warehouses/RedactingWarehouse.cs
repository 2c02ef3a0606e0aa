using Starlift.Copying;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Secrets;
using Starlift.Sql;
using Starlift.Sql.Meaning.Types;

namespace Starlift.Warehouses;

/// <summary>A warehouse whose errors do not show secrets: engines quote literals, and a secret may be one.</summary>
/// <param name="inner">Does the work; is disposed of with this one.</param>
/// <param name="secrets">What is shown as ***.</param>
public sealed class RedactingWarehouse(IWarehouse inner, SecretValues secrets) : IWarehouse
{
    public Capabilities Capabilities => inner.Capabilities;

    /// <inheritdoc/>
    public Task<IAsyncDisposable> LockAsync(string holder, CancellationToken cancellationToken) => RunAsync(inner.LockAsync(holder, cancellationToken));

    /// <inheritdoc/>
    public Task BeginAsync(CancellationToken cancellationToken) => RunAsync(inner.BeginAsync(cancellationToken));

    /// <inheritdoc/>
    public Task BeginReadingAsync(CancellationToken cancellationToken) => RunAsync(inner.BeginReadingAsync(cancellationToken));

    /// <inheritdoc/>
    public Task FlushAsync(bool compacts = true) => RunAsync(inner.FlushAsync(compacts));

    /// <inheritdoc/>
    public Task CommitAsync() => RunAsync(inner.CommitAsync());

    /// <inheritdoc/>
    public Task RollbackAsync() => RunAsync(inner.RollbackAsync());

    /// <inheritdoc/>
    public Task<long> ExecuteAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        RunAsync(inner.ExecuteAsync(statement, cancellationToken));

    /// <inheritdoc/>
    public Task<QueryResult> QueryAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        RunAsync(inner.QueryAsync(statement, cancellationToken));

    /// <inheritdoc/>
    public async Task<RowStream> StreamAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        (await RunAsync(inner.StreamAsync(statement, cancellationToken))).Guarded(RunAsync);

    /// <inheritdoc/>
    public Task<IReadOnlyList<ResultColumn>> DescribeAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        RunAsync(inner.DescribeAsync(statement, cancellationToken));

    /// <inheritdoc/>
    public Task<SqlStatement> ResolveAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        RunAsync(inner.ResolveAsync(statement, cancellationToken));

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<int, DataType>> ParametersAsync(SqlStatement statement, CancellationToken cancellationToken) =>
        RunAsync(inner.ParametersAsync(statement, cancellationToken));

    /// <inheritdoc/>
    public Task<CopyResult> CopyAsync(
        CopyStatement copy, CreateTable table, IReadOnlyList<ObjectVersion> objects, CopyProgress progress, CancellationToken cancellationToken) =>
        RunAsync(inner.CopyAsync(copy, table, objects, progress, cancellationToken));

    /// <inheritdoc/>
    public Task RememberCopyAsync(long loadId, long rows, CancellationToken cancellationToken) =>
        RunAsync(inner.RememberCopyAsync(loadId, rows, cancellationToken));

    /// <inheritdoc/>
    public Task AppendAsync(TableName table, IEnumerable<object?[]> rows, CancellationToken cancellationToken) =>
        RunAsync(inner.AppendAsync(table, rows, cancellationToken));

    /// <inheritdoc/>
    public Task<CreateTable?> DefinitionOfAsync(TableName table, CancellationToken cancellationToken) =>
        RunAsync(inner.DefinitionOfAsync(table, cancellationToken));

    /// <inheritdoc/>
    public Task<FoundTables> FindTablesAsync(IReadOnlyList<TableName> tables, CancellationToken cancellationToken) =>
        RunAsync(inner.FindTablesAsync(tables, cancellationToken));

    /// <inheritdoc/>
    public SqlType StoredAs(SqlType type) => inner.StoredAs(type);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>?> ColumnsOfAsync(TableName table, CancellationToken cancellationToken) =>
        RunAsync(inner.ColumnsOfAsync(table, cancellationToken));

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    async Task RunAsync(Task work)
    {
        try
        {
            await work;
        }
        catch (StarliftException e) when (Redacted(e) is { } shown)
        {
            throw shown;
        }
    }

    async Task<T> RunAsync<T>(Task<T> work)
    {
        try
        {
            return await work;
        }
        catch (StarliftException e) when (Redacted(e) is { } shown)
        {
            throw shown;
        }
    }

    /// <summary>Null where the exception shows no secret. The driver's exception stays inside: it is for debuggers.</summary>
    StarliftException? Redacted(StarliftException exception)
    {
        if (exception is UnknownCommitException || exception.Problems.All(problem => Redacted(problem) == problem))
        {
            return null;
        }

        return new StarliftException(
            exception.ExitCode,
            [.. exception.Problems.Select(Redacted)],
            exception.InnerException);
    }

    Problem Redacted(Problem problem) =>
        problem with { What = secrets.Redact(problem.What), Hint = problem.Hint is null ? null : secrets.Redact(problem.Hint) };
}
