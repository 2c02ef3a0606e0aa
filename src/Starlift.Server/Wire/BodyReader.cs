using System.Buffers.Binary;
using System.Text;

namespace Starlift.Server.Wire;

/// <summary>Reads the fields of a message in their order. What is not there, or no text, is told as a violation of the protocol.</summary>
ref struct BodyReader(ReadOnlySpan<byte> body)
{
    static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    ReadOnlySpan<byte> _rest = body;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Bytes(4));

    public int Int16() => BinaryPrimitives.ReadInt16BigEndian(Bytes(2));

    /// <summary>A count of fields that each take at least <paramref name="least"/> bytes of what is left.</summary>
    public int Count(int least)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(Bytes(2));
        return (long)count * least <= _rest.Length ? count : throw Broken();
    }

    public char Char() => (char)Bytes(1)[0];

    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count < 0 || count > _rest.Length)
        {
            throw Broken();
        }

        var found = _rest[..count];
        _rest = _rest[count..];
        return found;
    }

    /// <summary>A text that ends with a zero.</summary>
    public string Text()
    {
        var end = _rest.IndexOf((byte)0);
        if (end < 0)
        {
            throw Broken();
        }

        var text = Decoded(_rest[..end]);
        _rest = _rest[(end + 1)..];
        return text;
    }

    /// <summary>The message has no more fields.</summary>
    public readonly void End()
    {
        if (!_rest.IsEmpty)
        {
            throw Broken();
        }
    }

    /// <exception cref="ServerError">The bytes are no UTF-8.</exception>
    public static string Decoded(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new ServerError(WireStates.InvalidText, "invalid byte sequence for encoding \"UNICODE\"", hint: "send UTF-8");
        }
    }

    static ServerError Broken() => ServerError.OfProtocol("invalid message format");
}
