using System.Security.Cryptography;

namespace Starlift.Sql.Values.Hashes;

/// <summary>SHA2 (Amazon Redshift: "SHA2 function").</summary>
public static class Sha2
{
    /// <summary>Writes the hash as hexadecimal digits; nothing where there is no hash of so many bits.</summary>
    /// <param name="bits">224, 256, 384, 512; 0 is 256.</param>
    public static void Write(ReadOnlySpan<byte> bytes, int bits, TextBuffer text)
    {
        Span<byte> hash = stackalloc byte[64];
        var length = bits switch
        {
            224 => Sha224.Write(bytes, hash),
            0 or 256 => SHA256.HashData(bytes, hash),
            384 => SHA384.HashData(bytes, hash),
            512 => SHA512.HashData(bytes, hash),
            _ => 0,
        };
        Bytes.HexText.Write(hash[..length], text);
    }
}
