using System.Text;
using Starlift.Copying;
using Starlift.Sql;

namespace Starlift.Micro;

/// <summary>
/// A COPY of <see cref="Records"/> records by one reader. What is measured begins when the first rows have been read: buffers and what
/// is learned of the records are there, which is the steady state.
/// </summary>
sealed class CopyUnderTest : IDisposable
{
    public const int Records = 20_000;

    const int RowsPerRead = 2_048;
    readonly PreparedCopy _copy;
    readonly RecordStore _store;
    CopyInput? _input;
    CopyReader? _reader;
    NullSink _sink;

    /// <param name="columns">Of the table.</param>
    /// <param name="options">Behind JSON.</param>
    /// <param name="paths">The JSONPaths object; null without one.</param>
    /// <param name="record">The text of the record with that number.</param>
    public CopyUnderTest(string columns, string options, string? paths, Func<int, string> record)
    {
        var table = (CreateTable)SqlScript.Parse("bench", $"create table t ({columns})")[0];
        var statement = (CopyStatement)SqlScript.Parse("bench", $"copy t from 's3://bench/' iam_role default json {options}")[0];
        _copy = PreparedCopy.Of(statement, table, paths is null ? default(ReadOnlyMemory<byte>?) : Encoding.UTF8.GetBytes(paths));
        _store = RecordStore.Of(Enumerable.Range(0, Records + RowsPerRead).Select(record));
    }

    /// <summary>Bytes of the records that are measured, about.</summary>
    public long Bytes => _store.Version.Size * Records / (Records + RowsPerRead);

    /// <summary>Reads the first rows.</summary>
    public void Begin()
    {
        Dispose();
        _input = new CopyInput(_copy, [_store.Version], _store, new CopyProgress(), CancellationToken.None);
        _reader = _input.OpenReader();
        if (_reader.Read(ref _sink, RowsPerRead) != RowsPerRead)
        {
            throw new InvalidOperationException("the records are not as the benchmark wants them");
        }
    }

    /// <summary>Reads the rest.</summary>
    /// <returns>How many rows that was.</returns>
    public int ReadOn()
    {
        var rows = 0;
        int read;
        while ((read = _reader!.Read(ref _sink, RowsPerRead)) > 0)
        {
            rows += read;
        }

        return rows == Records ? rows : throw new InvalidOperationException($"{rows} rows, not {Records}");
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _input?.Finish(0).Dispose();
    }
}
