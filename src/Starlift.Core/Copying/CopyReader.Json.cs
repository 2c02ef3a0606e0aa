using System.Text;

namespace Starlift.Copying;

/// <summary>Structures of JSON and what stands between them.</summary>
public sealed partial class CopyReader
{
    /// <summary>
    /// How many malformed records in a row may each begin inside the well-formed part of the one before. A thousand lines that each
    /// open a structure and do not close it would else be scanned a thousand times.
    /// </summary>
    const int MaxNestedFaults = 16;

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

    static string Shown(byte value) => value is > 0x20 and < 0x7F ? $"'{(char)value}'" : $"0x{value:x2}";
}
