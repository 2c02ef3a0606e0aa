using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Starlift.Postgres.Copying;

/// <summary>Some rows in PostgreSQL's binary COPY format (PostgreSQL: "COPY", Binary Format). One thread at a time; disposed of once.</summary>
sealed class CopyBlock : IDisposable
{
    readonly short _fields;
    byte[] _buffer;
    int _rowStart;
    int _row = -1;

    /// <param name="columns">Of every row.</param>
    /// <param name="capacity">Bytes to begin with; the block grows.</param>
    public CopyBlock(int columns, int capacity)
    {
        _fields = (short)columns;
        _buffer = ArrayPool<byte>.Shared.Rent(capacity);
    }

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _buffer.AsMemory(0, Length);

    /// <summary>To be called before the first column of a row.</summary>
    /// <param name="row">Its number.</param>
    public void BeginRow(int row)
    {
        _row = row;
        _rowStart = Length;
        BinaryPrimitives.WriteInt16BigEndian(Take(2), _fields);
    }

    /// <summary>Takes back what is there of the row; nothing where it has not begun.</summary>
    public void DiscardRow(int row)
    {
        if (row == _row)
        {
            Length = _rowStart;
            _row = -1;
        }
    }

    /// <summary>Room for so many bytes, to be filled before the next call.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Take(int bytes)
    {
        var start = Length;
        if (_buffer.Length - start < bytes)
        {
            Grow(bytes);
        }

        Length = start + bytes;
        return _buffer.AsSpan(start, bytes);
    }

    /// <summary>Room for a field of so many bytes, its length written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> Field(int bytes)
    {
        var room = Take(bytes + 4);
        BinaryPrimitives.WriteInt32BigEndian(room, bytes);
        return room[4..];
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    void Grow(int bytes)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Length + bytes));
        Written.Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
