using System.Runtime.InteropServices;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Starlift.Copying;
using Starlift.Sql;

namespace Starlift.Postgres.Copying;

/// <summary>Writes rows one behind the other into a block, in the order in which the reader makes them.</summary>
/// <param name="block">Takes the rows.</param>
/// <param name="columns">Of every row.</param>
readonly struct CopyBlockSink(CopyBlock block, IReadOnlyList<CopyColumn> columns) : IRowSink
{
    /// <summary>PostgreSQL's times count from 2000-01-01.</summary>
    const int EpochDays = 10_957;

    const long EpochMicroseconds = EpochDays * 86_400_000_000L;

    public void SetNull(int column, int row)
    {
        Begin(column, row);
        BinaryPrimitives.WriteInt32BigEndian(block.Take(4), -1);
    }

    public void SetBoolean(int column, int row, bool value)
    {
        Begin(column, row);
        block.Field(1)[0] = value ? (byte)1 : (byte)0;
    }

    public void SetInt16(int column, int row, short value)
    {
        Begin(column, row);
        BinaryPrimitives.WriteInt16BigEndian(block.Field(2), value);
    }

    public void SetInt32(int column, int row, int value)
    {
        Begin(column, row);
        BinaryPrimitives.WriteInt32BigEndian(block.Field(4), value);
    }

    public void SetInt64(int column, int row, long value)
    {
        Begin(column, row);
        BinaryPrimitives.WriteInt64BigEndian(block.Field(8), value);
    }

    public void SetDecimal(int column, int row, Int128 unscaled)
    {
        Begin(column, row);
        NumericField.Write(block, unscaled, columns[column].Type.Scale);
    }

    public void SetSingle(int column, int row, float value)
    {
        Begin(column, row);
        BinaryPrimitives.WriteSingleBigEndian(block.Field(4), value);
    }

    public void SetDouble(int column, int row, double value)
    {
        Begin(column, row);
        BinaryPrimitives.WriteDoubleBigEndian(block.Field(8), value);
    }

    public void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
        Begin(column, row);
        if (columns[column].Type.Kind == SqlTypeKind.Super)
        {
            var field = block.Field(utf8.Length + 1);
            // the version of jsonb's binary form
            field[0] = 1;
            utf8.CopyTo(field[1..]);
            JsonbEscapes.Replace(field[1..]);
        }
        else
        {
            utf8.CopyTo(block.Field(utf8.Length));
        }
    }
    public void SetPaddedText(int column, int row, ref byte utf8, int length) =>
        SetText(column, row, MemoryMarshal.CreateReadOnlySpan(ref utf8, length));


    public void SetBytes(int column, int row, ReadOnlySpan<byte> bytes)
    {
        Begin(column, row);
        bytes.CopyTo(block.Field(bytes.Length));
    }

    public void SetDate(int column, int row, int days)
    {
        Begin(column, row);
        BinaryPrimitives.WriteInt32BigEndian(block.Field(4), days - EpochDays);
    }

    public void SetTime(int column, int row, long microseconds) => SetInt64(column, row, microseconds);

    public void SetTimestamp(int column, int row, long microseconds) => SetInt64(column, row, microseconds - EpochMicroseconds);

    public void DiscardRow(int row) => block.DiscardRow(row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Begin(int column, int row)
    {
        if (column == 0)
        {
            block.BeginRow(row);
        }
    }
}
