using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Starlift.Warehouses;

namespace Starlift.DuckDb.Native;

/// <summary>
/// The rows of a result, read from the engine's own memory: the managed driver has no value for a date beyond the year 9999, for infinity,
/// for most intervals and for a DECIMAL of more than 28 digits, and throws or rounds.
/// </summary>
static unsafe class Results
{
    /// <param name="reader">Just opened, and not streaming; nothing was read from it.</param>
    public static QueryResult Read(DuckDBDataReader reader)
    {
        var result = ResultOf(reader);
        var columns = new string[DuckDbApi.ColumnCount(&result)];
        var readers = new Func<nint, Func<ulong, object?>>[columns.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = Marshal.PtrToStringUTF8(DuckDbApi.ColumnName(&result, (ulong)i)) ?? "";
            var type = DuckDbApi.ColumnType(&result, (ulong)i);
            readers[i] = ValueReader.Of(type, columns[i]);
            DuckDbApi.DestroyLogicalType(&type);
        }

        return new QueryResult(columns, ReadRows(result, readers));
    }

    static List<object?[]> ReadRows(DuckDBResult result, Func<nint, Func<ulong, object?>>[] readers)
    {
        var rows = new List<object?[]>();
        for (var index = 0L; ; index++)
        {
            using var chunk = NativeMethods.Types.DuckDBResultGetChunk(result, index);
            if (chunk.IsInvalid)
            {
                return rows;
            }

            var handle = chunk.DangerousGetHandle();
            var size = DuckDbApi.ChunkGetSize(handle);
            var columns = readers.Select((reader, i) => reader(DuckDbApi.ChunkGetVector(handle, (ulong)i))).ToArray();
            for (ulong row = 0; row < size; row++)
            {
                rows.Add(RowOf(columns, row));
            }
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
}
