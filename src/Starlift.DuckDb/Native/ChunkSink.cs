using System.Runtime.CompilerServices;
using Starlift.Copying;

namespace Starlift.DuckDb.Native;

/// <summary>
/// Writes rows into the vectors of one of DuckDB's data chunks. Safe as long as columns and rows are within the chunk, which the
/// reader's loop guarantees: it counts both from 0 to the numbers it was given.
/// </summary>
readonly unsafe struct ChunkSink(ChunkVectors vectors) : IRowSink
{
    const byte Blank = (byte)' ';

    readonly ChunkVectors _vectors = vectors;

    // A vector's values can be written in any order.
    public static bool TakesAnyOrder => true;

    public void SetNull(int column, int row) => _vectors.SetInvalid(column, row);

    public void SetBoolean(int column, int row, bool value) => At<byte>(column, row) = value ? (byte)1 : (byte)0;

    public void SetInt16(int column, int row, short value) => At<short>(column, row) = value;

    public void SetInt32(int column, int row, int value) => At<int>(column, row) = value;

    public void SetInt64(int column, int row, long value) => At<long>(column, row) = value;

    public void SetDecimal(int column, int row, Int128 unscaled)
    {
        switch (_vectors.DecimalBytes[column])
        {
            case 2:
                At<short>(column, row) = (short)unscaled;
                break;
            case 4:
                At<int>(column, row) = (int)unscaled;
                break;
            case 8:
                At<long>(column, row) = (long)unscaled;
                break;
            default:
                At<Int128>(column, row) = unscaled;
                break;
        }
    }

    public void SetSingle(int column, int row, float value) => At<float>(column, row) = value;

    public void SetDouble(int column, int row, double value) => At<double>(column, row) = value;

    public void SetText(int column, int row, ReadOnlySpan<byte> utf8)
    {
        if (utf8 is [.., Blank])
        {
            _vectors.EndInBlank[column] = true;
        }

        Assign(column, row, utf8);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SetPaddedText(int column, int row, ref byte utf8, int length)
    {
        if (length > 0 && Unsafe.Add(ref utf8, length - 1) == Blank)
        {
            _vectors.EndInBlank[column] = true;
        }

        if (length <= InlineString.MaxLength)
        {
            At<UInt128>(column, row) = InlineString.SlotOfPadded(ref utf8, length);
            return;
        }

        var copy = _vectors.Texts.CopyPadded(ref utf8, length);
        At<LongString>(column, row) = new LongString(length, *(uint*)copy, copy);
    }

    public void SetBytes(int column, int row, ReadOnlySpan<byte> bytes) => Assign(column, row, bytes);

    public void SetDate(int column, int row, int days) => At<int>(column, row) = days;

    public void SetTime(int column, int row, long microseconds) => At<long>(column, row) = microseconds;

    public void SetTimestamp(int column, int row, long microseconds) => At<long>(column, row) = microseconds;

    public void DiscardRow(int row) => _vectors.SetValid(row);

    // DuckDB's string slot: its length, then up to twelve bytes of text, or four of them and the address of all.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void Assign(int column, int row, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= InlineString.MaxLength)
        {
            At<UInt128>(column, row) = InlineString.SlotOf(bytes);
            return;
        }

        var copy = _vectors.Texts.Copy(bytes);
        At<LongString>(column, row) = new LongString(bytes.Length, *(uint*)copy, copy);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    ref T At<T>(int column, int row)
        where T : unmanaged => ref ((T*)_vectors.Data[column])[row];

    readonly record struct LongString(int Length, uint Prefix, nint Text)
    {
        public LongString(int length, uint prefix, byte* text)
            : this(length, prefix, (nint)text)
        {
        }
    }
}
