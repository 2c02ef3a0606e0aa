using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Starlift.RedshiftStandIn;

/// <summary>One message of PostgreSQL's protocol 3, being written or read.</summary>
sealed class WireMessage(char type)
{
    readonly ArrayBufferWriter<byte> _body = new();

    public WireMessage Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        _body.Write(bytes);
        return this;
    }

    public WireMessage Int16(int value)
    {
        Span<byte> bytes = stackalloc byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, (short)value);
        _body.Write(bytes);
        return this;
    }

    public WireMessage Char(char value)
    {
        _body.Write<byte>([(byte)value]);
        return this;
    }

    public WireMessage Bytes(ReadOnlySpan<byte> value)
    {
        _body.Write(value);
        return this;
    }

    /// <summary>With its closing zero.</summary>
    public WireMessage Text(string value)
    {
        _body.Write(Encoding.UTF8.GetBytes(value).AsSpan());
        _body.Write<byte>([0]);
        return this;
    }

    public async Task SendAsync(Stream stream, CancellationToken cancellationToken)
    {
        var message = new byte[5 + _body.WrittenCount];
        message[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), 4 + _body.WrittenCount);
        _body.WrittenSpan.CopyTo(message.AsSpan(5));
        await stream.WriteAsync(message, cancellationToken);
    }

    /// <summary>The text that begins at <paramref name="at"/>; moves behind its closing zero.</summary>
    public static string TextAt(byte[] body, ref int at)
    {
        var end = Array.IndexOf(body, (byte)0, at);
        var text = Encoding.UTF8.GetString(body, at, end - at);
        at = end + 1;
        return text;
    }
}
