using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Bytes;

/// <summary>Hexadecimal texts of VARBYTE (Amazon Redshift: "FROM_HEX function", "TO_HEX function", "TO_VARBYTE function").</summary>
public static class HexText
{
    const string Digits = "0123456789abcdef";

    /// <summary>Two small digits a byte.</summary>
    public static void Write(ReadOnlySpan<byte> bytes, TextBuffer text)
    {
        foreach (var b in bytes)
        {
            text.Append(Digits[b >> 4]);
            text.Append(Digits[b & 15]);
        }
    }

    /// <summary>An odd number of digits has a 0 in front.</summary>
    /// <exception cref="ValueException">A character is no digit.</exception>
    public static byte[] Read(ReadOnlySpan<char> text)
    {
        var bytes = new byte[(text.Length + 1) / 2];
        var odd = text.Length % 2;
        for (var i = 0; i < text.Length; i++)
        {
            var value = char.IsAsciiHexDigit(text[i]) ? Convert.ToInt32(text[i].ToString(), 16)
                : throw new ValueException(SqlStates.InvalidTextRepresentation, $"invalid hexadecimal digit: \"{text[i]}\"");
            bytes[(i + odd) / 2] |= (byte)((i + odd) % 2 == 0 ? value << 4 : value);
        }

        return bytes;
    }
}
