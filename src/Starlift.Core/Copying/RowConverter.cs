using System.Text;
using Starlift.Sql;

namespace Starlift.Copying;

/// <summary>
/// Turns one scanned record into one row: each value becomes text as Redshift sees it, and the text becomes the column's type
/// (Amazon Redshift: "Data conversion parameters"). Not thread-safe: one a reader.
/// </summary>
sealed class RowConverter(IReadOnlyList<CopyColumn> columns, ConversionOptions options, CopyTally tally)
{
    readonly CopyColumn[] _columns = [.. columns];
    readonly ValueText _text = new();
    bool _replaced;

    /// <summary>0-based column of the last failure.</summary>
    public int FailedColumn { get; private set; }

    /// <summary>The last failure.</summary>
    public ConversionError Error { get; private set; }

    /// <summary>ACCEPTINVCHARS replaced a character of the last record.</summary>
    public bool Replaced => _replaced;

    /// <summary>The last column was given NULL.</summary>
    public bool IsNull { get; private set; }

    /// <summary>Before columns are converted one by one.</summary>
    public void Begin() => _replaced = false;

    /// <param name="data">Where the record stands.</param>
    /// <param name="isAscii">The record has no other bytes.</param>
    /// <param name="scanner">Has just scanned the record.</param>
    /// <param name="sink">Takes the values.</param>
    /// <param name="row">0-based row of the sink.</param>
    /// <returns>False where the record is to be rejected; the row is then void.</returns>
    public bool TryConvert<TSink>(ReadOnlySpan<byte> data, bool isAscii, RecordScanner scanner, ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        Begin();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (!TryConvert(data, isAscii, scanner, i, ref sink, row))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The same for one column.</summary>
    /// <param name="data">Where the record stands.</param>
    /// <param name="isAscii">The column's value has no other bytes.</param>
    /// <param name="scanner">Has just scanned the value.</param>
    /// <param name="column">0-based.</param>
    /// <param name="sink">Takes the value.</param>
    /// <param name="row">0-based row of the sink.</param>
    public bool TryConvert<TSink>(ReadOnlySpan<byte> data, bool isAscii, RecordScanner scanner, int column, ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        var kind = scanner.Kinds[column];
        var cell = new Cell(_columns[column], column, row);
        ConversionError error;
        IsNull = false;
        var converted = HasNoValue(kind)
            ? TrySetNull(kind, cell, ref sink, out error)
            : TrySetValue(data.Slice(scanner.Starts[column], scanner.Lengths[column]), kind, isAscii, cell, ref sink, out error);
        if (!converted)
        {
            FailedColumn = column;
            Error = error;
        }
        else if (!IsNull)
        {
            tally.Fill(column);
        }

        return converted;
    }

    /// <summary>The same for a field of CSV.</summary>
    /// <param name="field">Without its quotes.</param>
    /// <param name="isNull">The field is NULL's text, or is not there.</param>
    /// <param name="column">0-based.</param>
    /// <param name="sink">Takes the value.</param>
    /// <param name="row">0-based row of the sink.</param>
    public bool TryConvertField<TSink>(ReadOnlySpan<byte> field, bool isNull, int column, ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        var cell = new Cell(_columns[column], column, row);
        IsNull = false;
        bool converted;
        ConversionError error;
        if (isNull)
        {
            converted = TrySetNull(ValueKind.Null, cell, ref sink, out error);
        }
        else if (field.Contains((byte)0) && cell.Column.Type.IsCharacter)
        {
            // Redshift keeps it and other engines have no text with it: it can't be kept, and must not be cut off.
            converted = false;
            error = new ConversionError(LoadErrorCode.NullByte, "Invalid null byte - field longer than 1 byte", field.IndexOf((byte)0));
        }
        else
        {
            converted = TrySetValue(field, ValueKind.Field, Ascii.IsValid(field), cell, ref sink, out error);
        }

        if (!converted)
        {
            (FailedColumn, Error) = (column, error);
        }
        else if (!IsNull)
        {
            tally.Fill(column);
        }

        return converted;
    }

    /// <summary>The same for a text that is no record's.</summary>
    /// <param name="text">Null for NULL.</param>
    /// <param name="column">What it is converted to.</param>
    /// <param name="index">0-based column of the sink.</param>
    /// <param name="sink">Takes the value.</param>
    /// <param name="row">0-based row of the sink.</param>
    /// <param name="error">Set where the result is false.</param>
    public bool TryConvertText<TSink>(byte[]? text, CopyColumn column, int index, ref TSink sink, int row, out ConversionError error)
        where TSink : struct, IRowSink
    {
        var cell = new Cell(column, index, row);
        return text is null ? TrySetNull(ValueKind.Null, cell, ref sink, out error) : TrySetValue(text, ValueKind.String, isAscii: false, cell, ref sink, out error);
    }

    /// <summary>The value of a column as its text reads, for the reject; empty where there is none.</summary>
    public string TextOf(ReadOnlySpan<byte> data, RecordScanner scanner, int column)
    {
        var kind = scanner.Kinds[column];
        return HasNoValue(kind)
            ? ""
            : Encoding.UTF8.GetString(_text.Of(data.Slice(scanner.Starts[column], scanner.Lengths[column]), kind));
    }

    bool TrySetValue<TSink>(ReadOnlySpan<byte> value, ValueKind kind, bool isAscii, Cell cell, ref TSink sink, out ConversionError error)
        where TSink : struct, IRowSink
    {
        var type = cell.Column.Type;
        if (type.IsCharacter)
        {
            var text = _text.Of(value, kind);
            return TrySetText(text, kind == ValueKind.EscapedString || !isAscii, cell, ref sink, out error);
        }

        if (type.Kind == SqlTypeKind.Super)
        {
            if (kind == ValueKind.Field && value.Trim(" \t\r\n"u8).IsEmpty)
            {
                return TrySetNull(kind, cell, ref sink, out error);
            }

            if (kind == ValueKind.Field && !SuperConversion.TryGrammar(value, out error))
            {
                return false;
            }

            return TrySetSuper(_text.Json(value, kind), cell, ref sink, out error);
        }

        if (kind == ValueKind.Fraction && type.Kind == SqlTypeKind.Decimal)
        {
            var converted = DecimalConversion.TryConvert(NumberText.ToDouble(value), type, options.RoundDecimals, out var rounded, out error);
            sink.SetDecimal(cell.Index, cell.Row, rounded);
            if (!options.RoundDecimals && converted && !DecimalDigits.AreIn(value, type, rounded))
            {
                tally.Cut(cell.Index);
            }

            return converted;
        }

        // A fraction's own digits give the nearest double; its text as Redshift shows it may not.
        var readsLiteral = kind == ValueKind.Fraction && type.Kind is SqlTypeKind.Real or SqlTypeKind.DoublePrecision;
        var untrimmed = readsLiteral ? value : _text.Of(value, kind);
        var trimmed = untrimmed.Trim(" \t\r\n"u8);
        return (trimmed.Length, type.Kind) switch
        {
            (0, _) => TrySetNull(kind, cell, ref sink, out error),
            (_, SqlTypeKind.SmallInt or SqlTypeKind.Integer or SqlTypeKind.BigInt) => TrySetInteger(untrimmed, cell, ref sink, out error),
            _ => TrySetTrimmed(trimmed, cell, ref sink, out error),
        };
    }

    // Untrimmed, because its error names a position in the value.
    static bool TrySetInteger<TSink>(ReadOnlySpan<byte> text, Cell cell, ref TSink sink, out ConversionError error)
        where TSink : struct, IRowSink
    {
        var (column, index, row) = cell;
        var converted = IntegerConversion.TryParse(text, column.Type.Kind, out var value, out error);
        switch (column.Type.Kind)
        {
            case SqlTypeKind.SmallInt:
                sink.SetInt16(index, row, (short)value);
                break;
            case SqlTypeKind.Integer:
                sink.SetInt32(index, row, (int)value);
                break;
            default:
                sink.SetInt64(index, row, value);
                break;
        }

        return converted;
    }

    bool TrySetTrimmed<TSink>(ReadOnlySpan<byte> text, Cell cell, ref TSink sink, out ConversionError error)
        where TSink : struct, IRowSink
    {
        var (column, index, row) = cell;
        bool converted;
        switch (column.Type.Kind)
        {
            case SqlTypeKind.Decimal:
                converted = DecimalConversion.TryParse(text, column.Type, options.RoundDecimals, out var unscaled, out var isCut, out error);
                sink.SetDecimal(index, row, unscaled);
                if (isCut && !options.RoundDecimals)
                {
                    tally.Cut(index);
                }

                return converted;
            case SqlTypeKind.Real:
                converted = ScalarConversion.TryDouble(text, SqlTypeKind.Real, out var single, out error);
                sink.SetSingle(index, row, (float)single);
                return converted;
            case SqlTypeKind.DoublePrecision:
                converted = ScalarConversion.TryDouble(text, SqlTypeKind.DoublePrecision, out var number, out error);
                sink.SetDouble(index, row, number);
                return converted;
            case SqlTypeKind.Boolean:
                converted = ScalarConversion.TryBoolean(text, out var boolean, out error);
                sink.SetBoolean(index, row, boolean);
                return converted;
            case SqlTypeKind.Varbyte:
                converted = ScalarConversion.TryBytes(text, column.Type, out var bytes, out error);
                sink.SetBytes(index, row, bytes);
                return converted;
            case SqlTypeKind.Time:
                converted = TemporalConversion.TryTime(text, out var timeOfDay, out error);
                sink.SetTime(index, row, timeOfDay);
                return converted;
            case SqlTypeKind.Date:
                if (!options.Temporal.TryDate(text, out var days, out error))
                {
                    return TrySetNullForAnyDate(cell, ref sink, ref error);
                }

                sink.SetDate(index, row, days);
                return true;
            default:
                var withZone = column.Type.Kind == SqlTypeKind.TimestampTz;
                if (!options.Temporal.TryTimestamp(text, withZone, out var microseconds, out error))
                {
                    return TrySetNullForAnyDate(cell, ref sink, ref error);
                }

                sink.SetTimestamp(index, row, microseconds);
                return true;
        }
    }

    bool TrySetText<TSink>(ReadOnlySpan<byte> text, bool mayBeInvalid, Cell cell, ref TSink sink, out ConversionError error)
        where TSink : struct, IRowSink
    {
        switch (TextConversion.Convert(ref text, mayBeInvalid, cell.Column.Type, options, ref _replaced, out error))
        {
            case TextConversion.Outcome.Text:
                sink.SetText(cell.Index, cell.Row, text);
                return true;
            case TextConversion.Outcome.Null:
                return TrySetNull(ValueKind.Null, cell, ref sink, out error);
            default:
                return false;
        }
    }

    static bool TrySetSuper<TSink>(ReadOnlySpan<byte> json, Cell cell, ref TSink sink, out ConversionError error)
        where TSink : struct, IRowSink
    {
        if (!SuperConversion.TryCheck(json, out error))
        {
            return false;
        }

        sink.SetText(cell.Index, cell.Row, json);
        return true;
    }

    bool TrySetNullForAnyDate<TSink>(Cell cell, ref TSink sink, ref ConversionError error)
        where TSink : struct, IRowSink =>
        options.AcceptAnyDate && TrySetNull(ValueKind.Null, cell, ref sink, out error);

    bool TrySetNull<TSink>(ValueKind kind, Cell cell, ref TSink sink, out ConversionError error)
        where TSink : struct, IRowSink
    {
        error = (kind, cell.Column) switch
        {
            (ValueKind.NotAnObject, _) =>
                new ConversionError(LoadErrorCode.InvalidInput, "Invalid JSONPath format: Member is not an object."),
            (ValueKind.MissingElement, _) =>
                new ConversionError(LoadErrorCode.InvalidInput, "Invalid JSONPath format: Not an array or index out of range."),
            (_, { NotNull: true }) => new ConversionError(LoadErrorCode.MissingData, "Missing data for not-null field"),
            _ => default,
        };
        if (error.Reason is not null)
        {
            return false;
        }

        sink.SetNull(cell.Index, cell.Row);
        IsNull = true;
        return true;
    }

    static bool HasNoValue(ValueKind kind) => kind is ValueKind.Missing or ValueKind.MissingElement or ValueKind.Null or ValueKind.NotAnObject;

    readonly record struct Cell(CopyColumn Column, int Index, int Row);
}
