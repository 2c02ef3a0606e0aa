using System.Buffers.Binary;
using System.Numerics;

namespace Starlift.Sql.Values.Hashes;

/// <summary>MURMUR3_32_HASH: Murmur3 for x86 with 32 bits (Amazon Redshift: "MURMUR3_32_HASH function").</summary>
public static class Murmur3
{
    /// <param name="bytes">UTF-8 of a text; eight little-endian bytes of any integer.</param>
    public static int Of(ReadOnlySpan<byte> bytes, int seed = 0)
    {
        var hash = (uint)seed;
        var rest = bytes;
        for (; rest.Length >= 4; rest = rest[4..])
        {
            hash ^= Mixed(BinaryPrimitives.ReadUInt32LittleEndian(rest));
            hash = (BitOperations.RotateLeft(hash, 13) * 5) + 0xe6546b64;
        }

        uint tail = 0;
        for (var i = rest.Length - 1; i >= 0; i--)
        {
            tail = (tail << 8) | rest[i];
        }

        hash ^= Mixed(tail) ^ (uint)bytes.Length;
        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return (int)(hash ^ (hash >> 16));
    }

    static uint Mixed(uint block) => BitOperations.RotateLeft(block * 0xcc9e2d51, 15) * 0x1b873593;
}
