using System.Runtime.CompilerServices;

namespace Starlift.Warehouses;

/// <summary>
/// The rows of a query as they come: their columns before the first of them, and never all in memory. The warehouse does nothing else until
/// it is disposed of, which may be before the last row. Not thread-safe.
/// </summary>
/// <param name="columns">In order.</param>
/// <param name="rows">Values as in <see cref="QueryResult"/>; read once.</param>
/// <param name="close">Lets go of what the warehouse holds for it; called once.</param>
public sealed class RowStream(IReadOnlyList<ResultColumn> columns, IAsyncEnumerable<object?[]> rows, Func<ValueTask> close) : IAsyncDisposable
{
    Func<ValueTask>? _close = close;

    public IReadOnlyList<ResultColumn> Columns => columns;

    /// <summary>Each as long as <see cref="Columns"/>. To be enumerated once, from beginning to end; a failure of the query may come after rows.</summary>
    public IAsyncEnumerable<object?[]> Rows => rows;

    /// <summary>Reads all rows. The stream is still to be disposed of.</summary>
    public async Task<QueryResult> CollectAsync(CancellationToken cancellationToken) =>
        new([.. columns.Select(column => column.Name)], await rows.ToListAsync(cancellationToken));

    /// <summary>Reads on to the end, so that whatever the query fails by is told.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await foreach (var _ in rows.WithCancellation(cancellationToken))
        {
        }
    }

    /// <summary>The same rows, each of which is read through <paramref name="guard"/>, so that it may tell a failure in other words.</summary>
    public RowStream Guarded(Func<Task<bool>, Task<bool>> guard) => new(columns, Guarded(rows, guard), DisposeAsync);

    static async IAsyncEnumerable<object?[]> Guarded(
        IAsyncEnumerable<object?[]> rows, Func<Task<bool>, Task<bool>> guard, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var read = rows.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            // Most rows are there already, and can't fail any more.
            var next = read.MoveNextAsync();
            if (!(next.IsCompletedSuccessfully ? next.Result : await guard(next.AsTask())))
            {
                yield break;
            }

            yield return read.Current;
        }
    }

    public ValueTask DisposeAsync()
    {
        var once = _close;
        _close = null;
        return once?.Invoke() ?? ValueTask.CompletedTask;
    }
}
