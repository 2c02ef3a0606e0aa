using System.Text;

namespace Starlift.Copying;

/// <summary>
/// Pulls rows out of a <see cref="CopyInput"/>: a slice of an object, then the next. Everything between structures of JSON that is no
/// white space is a reject, and so is each structure, or line of CSV, that is malformed or does not fit its columns (Amazon Redshift:
/// "COPY from JSON format", "Data format parameters"). Not thread-safe.
/// </summary>
public sealed partial class CopyReader : IDisposable
{
    /// <summary>Of one record, its brackets included (Amazon Redshift: "COPY").</summary>
    public const int MaxRecordBytes = 4 * 1024 * 1024;

    readonly CopyInput _input;
    readonly RecordScanner _scanner;
    readonly RowConverter _converter;
    readonly ExpressReader? _express;
    readonly CsvScanner? _csv;
    readonly SliceBuffer _buffer;
    readonly CopyTally _tally;
    readonly int _objectColumn;
    readonly int _offsetColumn;
    bool _isTold;
    readonly int _firstKeyColumn;
    readonly RowConverter? _keyConverter;
    byte[]?[] _keys = [];
    ObjectSlice? _slice;
    int _at;
    int _indent;
    int _nestedFaults;
    long _faultAt;
    long _newlines;
    long _rows;
    long _rejects;
    long _replaced;

    /// <param name="input">What to read.</param>
    /// <param name="blockSize">Bytes read at a time.</param>
    internal CopyReader(CopyInput input, int blockSize)
    {
        _input = input;
        _buffer = new SliceBuffer(blockSize);
        _tally = new CopyTally(input.Copy.Columns);
        _objectColumn = input.Copy.Statement.ObjectColumn is null ? -1 : input.Copy.Columns.Count;
        _offsetColumn = input.Copy.Statement.OffsetColumn is null ? -1 : input.Copy.Columns.Count + 1;
        _keyConverter = input.Copy.KeyColumns.Count == 0 ? null : new RowConverter([], KeyValues.OptionsOf(input.Copy.Statement), _tally);
        _firstKeyColumn = input.Copy.SinkColumns.Count - input.Copy.KeyColumns.Count;
        _scanner = new RecordScanner(input.Copy.Paths, _tally);
        _converter = new RowConverter(input.Copy.Columns, input.Copy.Options, _tally);
        _csv = input.Copy.Statement.Csv is { } csv ? new CsvScanner(csv, input.Copy.FieldCount) : null;
        _express = !input.Express || _csv is not null ? null : ExpressReader.Of(input.Copy, _scanner, _converter, _tally);
    }

    /// <summary>Writes the next rows, from row 0 of the sink on.</summary>
    /// <param name="sink">Takes up to <paramref name="maxRows"/> rows.</param>
    /// <param name="maxRows">At least 1.</param>
    /// <returns>How many rows were written; 0 when there are no more.</returns>
    /// <exception cref="LoadAbortedException">The reject limit was passed, here or in another reader.</exception>
    /// <exception cref="Errors.StarliftException">An object can't be read.</exception>
    public int Read<TSink>(ref TSink sink, int maxRows)
        where TSink : struct, IRowSink
    {
        var rows = 0;
        while (rows < maxRows)
        {
            if (_slice is null)
            {
                _input.ThrowIfAborted();
                if (!TryOpenSlice())
                {
                    Tell();
                    break;
                }
            }

            if (!(_csv is null ? TryFindStructure() : TryFindLine()))
            {
                CloseSlice();
                continue;
            }

            var offset = _buffer.Offset + _at;
            if (_csv is null ? TryReadRecord(ref sink, rows) : TryReadLine(ref sink, rows))
            {
                if (_objectColumn >= 0)
                {
                    sink.SetInt32(_objectColumn, rows, _slice!.ObjectIndex);
                    if (_offsetColumn >= 0)
                    {
                        sink.SetInt64(_offsetColumn, rows, offset);
                    }
                }

                SetKeys(ref sink, rows);
                rows++;
            }
            else
            {
                _input.ThrowIfAborted();
            }
        }

        _input.ThrowIfAborted();
        return rows;
    }

    // The columns that the object's key fills are the sink's last ones.
    void SetKeys<TSink>(ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var column = _input.Copy.KeyColumns[i];
            if (!_keyConverter!.TryConvertText(_keys[i], column, _firstKeyColumn + i, ref sink, row, out var error))
            {
                throw KeyValues.DoesNotFit(_input.Copy.Statement, _slice!.Object, column, error.Reason);
            }
        }
    }

    /// <summary>What was read of a slice without reaching its end counts all the same.</summary>
    public void Dispose()
    {
        _buffer.Close();
        if (_slice is { } slice)
        {
            _slice = null;
            _input.Count(slice, _rows, _rejects, _replaced);
        }

        Tell();
    }

    // At the end of all slices, and of what was read where it does not come to that.
    void Tell()
    {
        if (!_isTold)
        {
            _isTold = true;
            _input.Count(_tally);
        }
    }

    bool TryOpenSlice()
    {
        if (_input.TakeSlice() is not { } read)
        {
            return false;
        }

        _slice = read.Slice;
        _keys = _input.Copy.KeyColumns.Count == 0 ? [] : KeyValues.BytesOf(_input.Copy.Statement, _slice.Object);
        (_newlines, _rows, _rejects, _replaced, _at, _indent, _faultAt, _openQuotes) = (0, 0, 0, 0, 0, 0, 0, 0);
        _buffer.Open(_slice, () => _input.Open(read), _input.HasKnownLength);
        _buffer.TryFill(0);
        if (_slice.Start > 0)
        {
            SkipToBoundary();
        }
        else
        {
            SkipByteOrderMark();
            SkipHeader(_input.Copy.Statement.IgnoreHeader);
        }

        return true;
    }

    void CloseSlice()
    {
        _buffer.Close();
        var slice = _slice!;
        _slice = null;
        _input.Progress.Add(bytes: (slice.IsLast ? slice.Object.Size : slice.End) - slice.Start);
        _input.Count(slice, _rows, _rejects, _replaced);
        _input.Lines.Close(slice, _newlines, _at < 0 ? 0 : _buffer.Offset + _at);
    }

    void SkipByteOrderMark()
    {
        while (_buffer.End < 3 && TryFill())
        {
        }

        _at = _buffer.Data.StartsWith("\uFEFF"u8) ? 3 : 0;
    }

    void SkipHeader(int lines)
    {
        while (lines > 0)
        {
            var line = _buffer.Data[_at..].IndexOf((byte)'\n');
            if (line >= 0)
            {
                _at += line + 1;
                _newlines++;
                lines--;
            }
            else
            {
                _at = _buffer.End;
                if (!TryFill())
                {
                    return;
                }
            }
        }
    }

    bool TryFill()
    {
        if (_buffer.TryFill(_at) is not { } moved)
        {
            return false;
        }

        _at -= moved;
        return true;
    }

    void RejectTooLarge()
    {
        var end = Math.Min(_buffer.End, _at + MaxRecordBytes);
        var newlines = _buffer.Data[_at..end].Count((byte)'\n');
        Add(end, LoadErrorCode.InvalidInput, _csv is null ? CopyMessages.TooLong : CopyMessages.RowTooLong, _newlines + newlines, reject => reject, tolerable: false);
        _input.ThrowIfAborted();
    }

    void Add(int end, LoadErrorCode code, string reason, long newlinesAtEnd, Func<Reject, Reject> withColumn, bool tolerable = true)
    {
        _rejects++;
        var length = Math.Min(end - _at, MaxRecordBytes);
        var reject = withColumn(new Reject
        {
            Object = _slice!.Object.Uri,
            FirstLine = _newlines + 1,
            LastLine = newlinesAtEnd + 1,
            ByteOffset = _buffer.Offset + _at,
            Column = "",
            Type = "",
            Length = "",
            Position = 0,
            Code = code,
            Reason = reason,
            RawRecord = Encoding.UTF8.GetString(_buffer.Data.Slice(_at, length)),
            RawValue = "",
        });
        _input.AddReject(reject, _slice, tolerable);
    }
}
