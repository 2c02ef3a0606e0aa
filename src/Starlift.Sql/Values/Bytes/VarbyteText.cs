using System.Text;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Bytes;

/// <summary>FROM_VARBYTE and TO_VARBYTE, and bits of a VARBYTE (Amazon Redshift: "VARBYTE functions").</summary>
public static class VarbyteText
{
    /// <param name="format">hex, binary, base64, utf8 or utf-8, in any case.</param>
    /// <exception cref="ValueException">The format is none, or the bytes are no UTF-8.</exception>
    public static void Write(ReadOnlySpan<byte> bytes, ReadOnlySpan<char> format, TextBuffer text)
    {
        switch (FormatOf(format))
        {
            case "hex":
                HexText.Write(bytes, text);
                break;
            case "binary":
                foreach (var b in bytes)
                {
                    for (var bit = 7; bit >= 0; bit--)
                    {
                        text.Append((b >> bit & 1) == 0 ? '0' : '1');
                    }
                }

                break;
            case "base64":
                text.Append(Convert.ToBase64String(bytes));
                break;
            default:
                Text(bytes, text);
                break;
        }
    }

    /// <exception cref="ValueException">The format is none, or the text does not fit it.</exception>
    public static byte[] Read(ReadOnlySpan<char> text, ReadOnlySpan<char> format) => FormatOf(format) switch
    {
        "hex" => HexText.Read(text),
        "binary" => Binary(text),
        "base64" => Base64(text),
        _ => Encoding.UTF8.GetBytes(text.ToString()),
    };

    /// <summary>GETBIT: 0 is the bit at the right end.</summary>
    /// <exception cref="ValueException">There is no such bit.</exception>
    public static int Bit(ReadOnlySpan<byte> bytes, int index) => index < 0 || index >= bytes.Length * 8
        ? throw new ValueException(SqlStates.InvalidParameterValue, $"bit index {index} out of valid range, 0..{(bytes.Length * 8) - 1}")
        : bytes[bytes.Length - 1 - (index / 8)] >> (index % 8) & 1;

    /// <summary>Bytes as the text that they are in UTF-8.</summary>
    /// <exception cref="ValueException">They are none.</exception>
    public static void Text(ReadOnlySpan<byte> bytes, TextBuffer text)
    {
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                throw new ValueException(SqlStates.InvalidTextRepresentation, $"the bytes are no text in UTF-8: 0x{bytes[0]:x2}");
            }

            text.Append(rune);
            bytes = bytes[length..];
        }
    }

    static byte[] Binary(ReadOnlySpan<char> text)
    {
        var bytes = new byte[(text.Length + 7) / 8];
        var pad = (8 - (text.Length % 8)) % 8;
        for (var i = 0; i < text.Length; i++)
        {
            bytes[(i + pad) / 8] |= text[i] switch
            {
                '0' => 0,
                '1' => (byte)(1 << (7 - ((i + pad) % 8))),
                _ => throw new ValueException(SqlStates.InvalidTextRepresentation, $"invalid binary digit: \"{text[i]}\""),
            };
        }

        return bytes;
    }

    static byte[] Base64(ReadOnlySpan<char> text)
    {
        try
        {
            return Convert.FromBase64String(text.ToString());
        }
        catch (FormatException)
        {
            throw new ValueException(SqlStates.InvalidTextRepresentation, $"invalid base64 text: \"{text}\"");
        }
    }

    static string FormatOf(ReadOnlySpan<char> format) => format.ToString().ToLowerInvariant() switch
    {
        "hex" => "hex",
        "binary" => "binary",
        "base64" => "base64",
        "utf8" or "utf-8" => "utf8",
        var other => throw new ValueException(SqlStates.InvalidParameterValue, $"unknown format \"{other}\"; known are hex, binary, base64 and utf8"),
    };
}
