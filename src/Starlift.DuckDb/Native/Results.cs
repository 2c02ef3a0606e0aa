using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Starlift.Warehouses;

namespace Starlift.DuckDb.Native;

/// <summary>
/// The rows of a result, read from the engine's own memory: the managed driver has no value for a date beyond the year 9999, for infinity,
/// for most intervals and for a DECIMAL of more than 28 digits, and throws or rounds. Not thread-safe.
/// </summary>
sealed unsafe class Results
{
    readonly Func<nint, Func<ulong, object?>>[] _readers;
    readonly DuckDBDataReader _reader;
    readonly bool _isStream;
    DuckDBResult _result;
    long _index;
    bool _isAtEnd;

    /// <param name="reader">Just opened; nothing was read from it. Stays open.</param>
    public Results(DuckDBDataReader reader)
    {
        _reader = reader;
        _result = ResultOf(reader);
        var result = _result;
        var columns = new ResultColumn[DuckDbApi.ColumnCount(&result)];
        _readers = new Func<nint, Func<ulong, object?>>[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = Marshal.PtrToStringUTF8(DuckDbApi.ColumnName(&result, (ulong)i)) ?? "";
            var type = DuckDbApi.ColumnType(&result, (ulong)i);
            columns[i] = new ResultColumn(name, LogicalType.ReadResult(type));
            _readers[i] = ValueReader.Of(type, name);
            DuckDbApi.DestroyLogicalType(&type);
        }

        Columns = columns;
        _isStream = columns.Length > 0 && NativeMethods.Types.DuckDBResultIsStreaming(result) > 0;
    }

    public IReadOnlyList<ResultColumn> Columns { get; }

    /// <summary>The next rows; none after the last. Blocks while the engine works.</summary>
    /// <exception cref="DuckDBException">The query failed after its first rows, or was interrupted.</exception>
    public IReadOnlyList<object?[]> Next()
    {
        if (_isAtEnd || Columns.Count == 0)
        {
            return [];
        }

        // The driver has taken the first part of a stream itself.
        var index = _index++;
        using var chunk = !_isStream ? NativeMethods.Types.DuckDBResultGetChunk(_result, index)
            : index == 0 ? ChunkOf(_reader)
            : NativeMethods.StreamingResult.DuckDBStreamFetchChunk(_result);
        if (chunk is null or { IsInvalid: true })
        {
            // A stream is closed at its end, and asking on would be an error.
            _isAtEnd = true;
            ThrowIfFailed();
            return [];
        }

        return RowsOf(chunk.DangerousGetHandle());
    }

    /// <summary>All that is left.</summary>
    public List<object?[]> ReadAll()
    {
        var rows = new List<object?[]>();
        while (Next() is { Count: > 0 } next)
        {
            rows.AddRange(next);
        }

        return rows;
    }

    object?[][] RowsOf(nint chunk)
    {
        var columns = _readers.Select((reader, i) => reader(DuckDbApi.ChunkGetVector(chunk, (ulong)i))).ToArray();
        var rows = new object?[DuckDbApi.ChunkGetSize(chunk)][];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = RowOf(columns, (ulong)row);
        }

        return rows;
    }

    void ThrowIfFailed()
    {
        if (_isStream && NativeMethods.Query.DuckDBResultError(ref _result) is { Length: > 0 } error)
        {
            throw Failure(error, NativeMethods.Query.DuckDBResultErrorType(ref _result));
        }
    }

    static object?[] RowOf(Func<ulong, object?>[] columns, ulong row)
    {
        var values = new object?[columns.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var value = columns[i](row);
            values[i] = value is NestedText nested ? nested.Json : value;
        }

        return values;
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "currentResult")]
    static extern ref DuckDBResult ResultOf(DuckDBDataReader reader);

    [UnsafeAccessor(UnsafeAccessorKind.Constructor)]
    static extern DuckDBException Failure(string message, DuckDBErrorType type);

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "currentChunk")]
    static extern ref DuckDBDataChunk? ChunkOf(DuckDBDataReader reader);
}
