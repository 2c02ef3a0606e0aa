using Starlift.Server.Wire;
using Starlift.Sql;
using Starlift.Warehouses;

namespace Starlift.Server.Sessions;

/// <summary>A statement with its values, executed or about to be, whose rows a client fetches in parts.</summary>
/// <param name="source">The statement behind it.</param>
/// <param name="statement">With its values; null of an empty one.</param>
/// <param name="formats">Of the result's columns: none for text, one for all, or one for each; true for binary.</param>
sealed class Portal(PreparedStatement source, SqlStatement? statement, IReadOnlyList<bool> formats) : IAsyncDisposable
{
    // What a client leaves unread while it asks for something else is kept; more than this is refused.
    const int MostKept = 1_000_000;

    readonly CancellationTokenSource _cancel = new();
    IAsyncEnumerator<object?[]>? _rows;
    RowStream? _stream;

    public PreparedStatement Source => source;

    public SqlStatement? Statement => statement;

    /// <summary>Null before it is executed, and of what yields no rows.</summary>
    public IReadOnlyList<WireColumn>? Columns { get; private set; }

    /// <summary>It was executed; its rows may be still to be fetched.</summary>
    public bool IsExecuted { get; private set; }

    /// <summary>Rows that a statement without a result has touched; null where none are counted.</summary>
    public long? Count { get; private set; }

    public bool IsBinary(int column) => formats.Count == 1 ? formats[0] : column < formats.Count && formats[column];

    /// <summary>The statement is executed and gives these rows.</summary>
    public void Open(RowStream stream)
    {
        IsExecuted = true;
        if (formats.Count > 1 && formats.Count != stream.Columns.Count)
        {
            throw ServerError.OfProtocol("bind message has formats for another number of columns");
        }

        _stream = stream;
        _rows = stream.Rows.GetAsyncEnumerator(_cancel.Token);
        Columns = source.Described is { } told && told.Count == stream.Columns.Count ? told : WireColumn.Of(stream.Columns);
    }

    /// <summary>The statement is executed and gives no rows.</summary>
    public void Finish(long? count)
    {
        IsExecuted = true;
        Count = count;
    }

    /// <summary>Ends the reading of rows.</summary>
    public void Cancel() => _cancel.Cancel();

    /// <summary>The next row; null at the end, where what the warehouse held for it is let go.</summary>
    public async ValueTask<object?[]?> NextAsync()
    {
        if (_rows is null)
        {
            return null;
        }

        if (await _rows.MoveNextAsync())
        {
            return _rows.Current;
        }

        await CloseAsync();
        return null;
    }

    /// <summary>Reads what is left into memory, so that the session may execute something else.</summary>
    public async Task KeepAsync()
    {
        if (_stream is null || _rows is null)
        {
            return;
        }

        var kept = new List<object?[]>();
        while (await _rows.MoveNextAsync())
        {
            kept.Add(_rows.Current);
            if (kept.Count > MostKept)
            {
                throw new ServerError("54000", $"a result of more than {MostKept} rows is left unread while another statement is executed", hint: "read it to its end first, or close it");
            }
        }

        await CloseAsync();
        _rows = kept.ToAsyncEnumerable().GetAsyncEnumerator();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _cancel.Dispose();
    }

    async ValueTask CloseAsync()
    {
        var (rows, stream) = (_rows, _stream);
        (_rows, _stream) = (null, null);
        if (rows is not null)
        {
            await rows.DisposeAsync();
        }

        if (stream is not null)
        {
            await stream.DisposeAsync();
        }
    }
}
