using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace Starlift.Server.Wire;

/// <summary>
/// Collects messages for a client and sends them together. Whoever writes many asks <see cref="IsFull"/> after each and sends, so that memory stays flat.
/// </summary>
sealed class MessageWriter(Stream stream)
{
    const int Full = 64 * 1024;

    /// <summary>Of the longest number, a decimal with its sign and point.</summary>
    const int MaxDigits = 48;

    byte[] _bytes = new byte[2 * Full];
    int _count;
    int _begin;

    public bool IsFull => _count >= Full;

    /// <summary>Begins a message; <see cref="End"/> ends it.</summary>
    public MessageWriter Begin(char type)
    {
        Byte((byte)type);
        _begin = _count;
        return Int32(0);
    }

    public MessageWriter Byte(byte value)
    {
        Room(1)[0] = value;
        _count++;
        return this;
    }

    public MessageWriter Int16(int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(2), (short)value);
        _count += 2;
        return this;
    }

    public MessageWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(4), value);
        _count += 4;
        return this;
    }

    public MessageWriter Int64(long value)
    {
        BinaryPrimitives.WriteInt64BigEndian(Room(8), value);
        _count += 8;
        return this;
    }

    /// <summary>With its closing zero. A zero within would end it: it is left out.</summary>
    public MessageWriter Text(string value)
    {
        Characters(value.Contains('\0', StringComparison.Ordinal) ? value.Replace("\0", "", StringComparison.Ordinal) : value);
        return Byte(0);
    }

    public MessageWriter Bytes(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        _count += value.Length;
        return this;
    }

    /// <summary>A value behind the count of its bytes.</summary>
    public MessageWriter Value(ReadOnlySpan<char> value)
    {
        var length = _count;
        Int32(0).Characters(value);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(length), _count - length - 4);
        return this;
    }

    /// <summary>A number, as its shortest text.</summary>
    public MessageWriter Number<T>(T value)
        where T : IUtf8SpanFormattable
    {
        var room = Room(sizeof(int) + MaxDigits);
        if (!value.TryFormat(room[sizeof(int)..], out var count, default, CultureInfo.InvariantCulture))
        {
            throw new ArgumentException($"{value} is longer than a number", nameof(value));
        }

        return Written(room, count);
    }

    public MessageWriter Time(DateTime value)
    {
        var room = Room(sizeof(int) + TimeText.MaxLength);
        return Written(room, TimeText.Write(value, room[sizeof(int)..]));
    }

    public MessageWriter Date(DateOnly value)
    {
        var room = Room(sizeof(int) + TimeText.MaxLength);
        return Written(room, TimeText.Write(value, room[sizeof(int)..]));
    }

    public MessageWriter Value(ReadOnlySpan<byte> value) => Int32(value.Length).Bytes(value);

    public MessageWriter Null() => Int32(-1);

    public void End() => BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_begin), _count - _begin);

    /// <summary>Takes back the message that is begun and not ended.</summary>
    public void Abandon() => _count = _begin - 1;

    public async ValueTask SendAsync(CancellationToken cancellationToken)
    {
        if (_count > 0)
        {
            var count = _count;
            _count = 0;
            await stream.WriteAsync(_bytes.AsMemory(0, count), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            if (_bytes.Length > 16 * Full)
            {
                _bytes = new byte[2 * Full];
            }
        }
    }

    // a value that is there already, behind the room for the count of its bytes
    MessageWriter Written(Span<byte> room, int count)
    {
        BinaryPrimitives.WriteInt32BigEndian(room, count);
        _count += sizeof(int) + count;
        return this;
    }

    void Characters(ReadOnlySpan<char> value)
    {
        var room = Room(Encoding.UTF8.GetMaxByteCount(value.Length));
        _count += Encoding.UTF8.GetBytes(value, room);
    }

    Span<byte> Room(int count)
    {
        if (_bytes.Length - _count < count)
        {
            Array.Resize(ref _bytes, Math.Max(checked(_count + count), 2 * _bytes.Length));
        }

        return _bytes.AsSpan(_count);
    }
}
