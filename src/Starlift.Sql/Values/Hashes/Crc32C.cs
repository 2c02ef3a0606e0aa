using System.Numerics;

namespace Starlift.Sql.Values.Hashes;

/// <summary>CRC32, which is Castagnoli's (Amazon Redshift: "CRC32 function").</summary>
public static class Crc32C
{
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc = BitOperations.Crc32C(crc, b);
        }

        return ~crc;
    }
}
