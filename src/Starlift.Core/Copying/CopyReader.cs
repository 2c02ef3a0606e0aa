using System.Text;

namespace Starlift.Copying;

/// <summary>
/// Pulls rows out of a <see cref="CopyInput"/>: a slice of an object, then the next. Everything between structures that is no white
/// space is a reject, and so is each structure that is malformed or does not fit its columns (Amazon Redshift: "COPY from JSON
/// format"). Not thread-safe.
/// </summary>
public sealed class CopyReader : IDisposable
{
    /// <summary>Of one record, its brackets included (Amazon Redshift: "COPY").</summary>
    public const int MaxRecordBytes = 4 * 1024 * 1024;

    /// <summary>
    /// How many malformed records in a row may each begin inside the well-formed part of the one before. A thousand lines that each
    /// open a structure and do not close it would else be scanned a thousand times.
    /// </summary>
    const int MaxNestedFaults = 16;

    readonly CopyInput _input;
    readonly RecordScanner _scanner;
    readonly RowConverter _converter;
    readonly ExpressReader? _express;
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
        _express = !input.Express ? null : ExpressReader.Of(input.Copy, _scanner, _converter, _tally);
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

            if (!TryFindStructure())
            {
                CloseSlice();
                continue;
            }

            var offset = _buffer.Offset + _at;
            if (TryReadRecord(ref sink, rows))
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
        (_newlines, _rows, _rejects, _replaced, _at, _indent, _faultAt) = (0, 0, 0, 0, 0, 0, 0);
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

    /// <summary>To the first boundary of the slice, or to the slice's end where it has none.</summary>
    void SkipToBoundary()
    {
        var from = (int)(_slice!.Start - _buffer.Offset);
        while (true)
        {
            var boundary = RecordBoundary.Find(_buffer.Data, from);
            if (boundary >= 0 && _buffer.Offset + boundary < _slice.End)
            {
                _at = boundary;
                return;
            }

            from = Math.Max(from, _buffer.End);
            if (_buffer.Offset + from >= _slice.End || _buffer.TryFill(_buffer.End) is not { } moved)
            {
                // The slice before goes on until it meets a boundary, and so reads this one too.
                _at = -1;
                return;
            }

            from -= moved;
        }
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

    /// <summary>Moves to the next { or [; false at the slice's end.</summary>
    bool TryFindStructure()
    {
        if (_at < 0)
        {
            return false;
        }

        while (true)
        {
            var data = _buffer.Data;
            while (_at < data.Length && data[_at] is (byte)'\n' or (byte)' ' or (byte)'\r' or (byte)'\t')
            {
                var breaks = data[_at] == '\n';
                _newlines += breaks ? 1 : 0;
                _indent = breaks ? 0 : _indent + 1;
                _at++;
            }

            if (_at == data.Length)
            {
                if (!TryFill())
                {
                    return false;
                }
            }
            else if (data[_at] is (byte)'{' or (byte)'[')
            {
                return _buffer.Offset + _at < _slice!.End || !RecordBoundary.Is(data, _at);
            }
            else
            {
                RejectText();
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

    bool TryReadRecord<TSink>(ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        if (TryReadExpress(ref sink, row))
        {
            return true;
        }

        int end;
        while ((end = _scanner.Scan(_buffer.Padded, _at)) < 0)
        {
            // How far the window happens to reach must not decide: what has no fault in 4 MB is too large, whatever comes behind.
            if (_scanner.FailedAt - _at >= MaxRecordBytes)
            {
                RejectTooLarge();
                return false;
            }

            if (_scanner.FailedAt < _buffer.End || _buffer.AtEndOfObject)
            {
                RejectMalformed();
                return false;
            }

            TryFill();
        }

        if (end - _at > MaxRecordBytes)
        {
            RejectTooLarge();
            return false;
        }

        var record = _buffer.Data[_at..end];
        var converted = _converter.TryConvert(_buffer.Data, Ascii.IsValid(record), _scanner, ref sink, row);
        if (converted)
        {
            _rows++;
            _tally.Keep();
            _replaced += _converter.Replaced ? 1 : 0;
        }
        else
        {
            sink.DiscardRow(row);
            RejectValue(end);
        }

        _newlines += _scanner.Newlines;
        _at = end;
        return converted;
    }

    bool TryReadExpress<TSink>(ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        if (_express is null)
        {
            return false;
        }

        _converter.Begin();
        var end = _express.TryRead(_buffer.Padded, _at, ref sink, row);
        if (end < 0 || end - _at > MaxRecordBytes)
        {
            sink.DiscardRow(row);
            return false;
        }

        _rows++;
        _tally.Keep();
        _replaced += _converter.Replaced ? 1 : 0;
        _newlines += _scanner.Newlines;
        _at = end;
        return true;
    }

    void RejectValue(int end)
    {
        var column = _input.Copy.Columns[_converter.FailedColumn];
        var error = _converter.Error;
        Add(
            end,
            error.Code,
            error.Reason,
            _newlines + _scanner.Newlines,
            reject => reject with
            {
                Column = column.Name,
                Type = InternalTypes.NameOf(column.Type),
                Length = InternalTypes.LengthOf(column.Type),
                Position = error.Position,
                RawValue = _converter.TextOf(_buffer.Data, _scanner, _converter.FailedColumn),
            });
    }

    void RejectMalformed()
    {
        var reason = _scanner switch
        {
            { TooDeep: true } => $"Invalid JSON: nested deeper than {RecordScanner.MaxDepth} levels",
            { FailedAt: var failedAt } when failedAt >= _buffer.End => "Invalid JSON: the object ends before its closing bracket",
            { FailedAt: var failedAt } => $"Invalid JSON: unexpected {Shown(_buffer.Data[failedAt])} at byte {failedAt - _at} of the record",
        };
        _nestedFaults = _buffer.Offset + _at < _faultAt ? _nestedFaults + 1 : 0;
        _faultAt = _buffer.Offset + _scanner.FailedAt;
        var wellFormed = _nestedFaults > MaxNestedFaults ? _scanner.FailedAt - _at : 0;
        int end;
        while ((end = BadRecord.FindEnd(_buffer.Data[..Math.Min(_buffer.End, _at + MaxRecordBytes)], _at, _indent, _at + wellFormed)) < 0)
        {
            if (_buffer.End - _at > MaxRecordBytes)
            {
                RejectTooLarge();
                return;
            }

            if (!TryFill())
            {
                end = _buffer.End;
                break;
            }
        }

        RejectStretch(end, reason);
    }

    /// <summary>Text outside of structures: up to the line's end, to the next structure on it, or to 4 MB.</summary>
    void RejectText()
    {
        int length;
        while ((length = TextLength(_buffer.Data[_at..])) == _buffer.End - _at && length < MaxRecordBytes && TryFill())
        {
        }

        RejectStretch(_at + Math.Min(length, MaxRecordBytes), "Invalid JSON: text outside of an object or array");
        _input.ThrowIfAborted();
    }

    static int TextLength(ReadOnlySpan<byte> data)
    {
        var inString = false;
        for (var i = 0; i < data.Length; i++)
        {
            switch (data[i])
            {
                case (byte)'\n':
                    return i;
                case (byte)'"':
                    inString = !inString;
                    break;
                case (byte)'\\' when inString && i + 1 < data.Length && data[i + 1] != '\n':
                    i++;
                    break;
                case (byte)'{' or (byte)'[' when !inString:
                    return i;
            }
        }

        return data.Length;
    }

    void RejectStretch(int end, string reason)
    {
        var text = _buffer.Data[_at..end].TrimEnd(" \t\r\n"u8);
        Add(_at + text.Length, LoadErrorCode.InvalidInput, reason, _newlines + text.Count((byte)'\n'), reject => reject);
        _newlines += _buffer.Data[_at..end].Count((byte)'\n');
        _at = end;
        _indent = 0;
    }

    void RejectTooLarge()
    {
        var end = Math.Min(_buffer.End, _at + MaxRecordBytes);
        var newlines = _buffer.Data[_at..end].Count((byte)'\n');
        Add(end, LoadErrorCode.InvalidInput, CopyMessages.TooLong, _newlines + newlines, reject => reject, tolerable: false);
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

    static string Shown(byte value) => value is > 0x20 and < 0x7F ? $"'{(char)value}'" : $"0x{value:x2}";
}
