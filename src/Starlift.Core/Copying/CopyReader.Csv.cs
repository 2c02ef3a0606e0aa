using System.Text;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>Lines of CSV.</summary>
public sealed partial class CopyReader
{
    /// <summary>How many quotes of an object may lack their end before all that follows is one line. Each of them is looked for up to the object's end.</summary>
    const int MostOpenQuotes = 16;

    int _openQuotes;

    /// <summary>False at the object's end.</summary>
    bool TryFindLine()
    {
        while (true)
        {
            if (_at == _buffer.End && !TryFill())
            {
                return false;
            }

            if (_at == _buffer.End)
            {
                continue;
            }

            if (!_csv!.Format.IgnoreBlankLines || !IsBlankLine(out var length))
            {
                return true;
            }

            _newlines++;
            _at += length;
        }
    }

    bool IsBlankLine(out int length)
    {
        if (_buffer.Data[_at] == '\r' && _at + 1 == _buffer.End)
        {
            TryFill();
        }

        length = _buffer.Data[_at] == '\n' ? 1 : _buffer.Data[_at..].StartsWith("\r\n"u8) ? 2 : 0;
        return length > 0;
    }

    bool TryReadLine<TSink>(ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        int end;
        while ((end = _csv!.Scan(_buffer.Data, _at, _buffer.AtEndOfObject)) < 0)
        {
            if (_buffer.End - _at > MaxRecordBytes)
            {
                RejectTooLarge();
                return false;
            }

            TryFill();
        }

        if (_csv.BadQuote >= 0)
        {
            RejectQuote(end);
            return false;
        }

        if (_csv.ContentEnd - _at > MaxRecordBytes)
        {
            RejectTooLarge();
            return false;
        }

        var converted = TryConvertLine(ref sink, row);
        _newlines += _buffer.Data[_at..end].Count((byte)'\n');
        _at = end;
        return converted;
    }

    bool TryConvertLine<TSink>(ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        var data = _buffer.Data;
        var (columns, fields) = (_input.Copy.Columns, _input.Copy.FieldCount);
        var fill = _csv!.Format.FillRecord;
        if (_csv.ContentEnd == _at && fields > 1 && !fill)
        {
            RejectLine(0, new ConversionError(LoadErrorCode.NoData, "Input line contained no data"));
            return false;
        }

        if (_csv.Count != fields && (_csv.Count > fields || !fill))
        {
            RejectLine(
                Math.Min(_csv.Count, fields) - 1,
                _csv.Count > fields ? new ConversionError(LoadErrorCode.ExtraColumns, "Extra column(s) found") : new ConversionError(LoadErrorCode.DelimiterNotFound, "Delimiter not found"));
            return false;
        }

        _tally.Begin();
        _converter.Begin();
        for (var i = 0; i < columns.Count; i++)
        {
            var field = i < _csv.Count ? _csv.Field(data, i) : default;

            // FILLRECORD makes texts of no length where VARCHAR columns are left out, and NULL of other types.
            var isThere = i < _csv.Count || (i < fields && columns[i].Type.Kind == SqlTypeKind.Varchar);
            if (!_converter.TryConvertField(field, !isThere || _csv.IsNull(field), i, ref sink, row))
            {
                sink.DiscardRow(row);
                RejectLine(i, _converter.Error);
                return false;
            }
        }

        _rows++;
        _tally.Keep();
        _replaced += _converter.Replaced ? 1 : 0;
        return true;
    }

    /// <summary>The line as a whole has been read and moves nothing.</summary>
    void RejectLine(int column, ConversionError error) => AddLine(_csv!.ContentEnd, column, error);

    void RejectQuote(int end)
    {
        var column = Math.Min(_csv!.Count, _input.Copy.FieldCount) - 1;
        var error = new ConversionError(LoadErrorCode.DelimiterNotFound, "Invalid quote formatting for CSV", _csv.BadQuote - _at);
        if (_csv.IsOpen && _openQuotes++ >= MostOpenQuotes)
        {
            if (end - _at > MaxRecordBytes)
            {
                RejectTooLarge();
                return;
            }
        }
        else
        {
            // A quote that is not closed gives up its line and nothing more.
            end = _csv.IsOpen ? _csv.BadQuote : end;
            int line;
            while ((line = _buffer.Data[end..].IndexOf((byte)'\n')) < 0 && _buffer.End - _at <= MaxRecordBytes)
            {
                var (from, before) = (end, _at);
                if (!TryFill())
                {
                    break;
                }

                end = from - (before - _at);
            }

            end = line < 0 ? _buffer.End : end + line + 1;
            if (end - _at > MaxRecordBytes)
            {
                RejectTooLarge();
                return;
            }
        }

        var content = end - (_buffer.Data[_at..end].EndsWith("\r\n"u8) ? 2 : _buffer.Data[_at..end].EndsWith("\n"u8) ? 1 : 0);
        AddLine(content, column, error);
        _newlines += _buffer.Data[_at..end].Count((byte)'\n');
        _at = end;
    }

    void AddLine(int end, int column, ConversionError error) => Add(
        end,
        error.Code,
        error.Reason,
        _newlines + _buffer.Data[_at..end].Count((byte)'\n'),
        reject => reject with
        {
            Column = _input.Copy.Columns[column].Name,
            Type = InternalTypes.NameOf(_input.Copy.Columns[column].Type),
            Length = InternalTypes.LengthOf(_input.Copy.Columns[column].Type),
            Position = error.Position,
            RawValue = column < _csv!.Count && _csv.BadQuote < 0 ? Encoding.UTF8.GetString(_csv.Field(_buffer.Data, column)) : "",
        });
}
