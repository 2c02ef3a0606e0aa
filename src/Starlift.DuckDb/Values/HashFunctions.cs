using System.Buffers.Binary;
using System.Globalization;
using Starlift.DuckDb.Native.Scalars;
using Starlift.Sql.Values.Hashes;
using static Starlift.DuckDb.Native.Scalars.ScalarType;

namespace Starlift.DuckDb.Values;

/// <summary>Amazon Redshift: "Hash functions". Integers are hashed as the bytes that their type has.</summary>
static class HashFunctions
{
    public static ScalarFunction[] All =>
    [
        new("starlift_fnv_hash", [Text], BigInt, static (ref c) => c.Return(FnvHash.Of(c.Bytes(0)))),
        new("starlift_fnv_hash", [Text, BigInt], BigInt, static (ref c) => c.Return(FnvHash.Of(c.Bytes(0), c.BigInt(1)))),
        new("starlift_fnv_hash", [BigInt, Integer], BigInt, static (ref c) => c.Return(Fnv(c.BigInt(0), c.Integer(1), null))),
        new("starlift_fnv_hash", [BigInt, Integer, BigInt], BigInt, static (ref c) => c.Return(Fnv(c.BigInt(0), c.Integer(1), c.BigInt(2)))),
        new("starlift_murmur3", [Text, Integer], Integer, static (ref c) => c.Return(Murmur3.Of(c.Bytes(0), c.Integer(1)))),
        new("starlift_murmur3", [BigInt, Integer], Integer, static (ref c) => c.Return(Murmur(c.BigInt(0), c.Integer(1)))),
        new("starlift_farmfingerprint64", [Text], BigInt, static (ref c) => c.Return(FarmFingerprint.Of(c.Bytes(0)))),
        new("starlift_farmfingerprint64", [ScalarType.Bytes], BigInt, static (ref c) => c.Return(FarmFingerprint.Of(c.Bytes(0)))),
        new("starlift_sha2", [Text, Integer], Text, static (ref c) => Sha(ref c)),
        new("starlift_crc32", [Text], Text, static (ref c) => c.Return(Crc32C.Of(c.Bytes(0)).ToString("x8", CultureInfo.InvariantCulture))),
    ];

    static long Fnv(long value, int bytes, long? seed)
    {
        Span<byte> room = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(room, value);
        return FnvHash.Of(room[..Math.Clamp(bytes, 1, 8)], seed);
    }

    static int Murmur(long value, int seed)
    {
        Span<byte> room = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(room, value);
        return Murmur3.Of(room, seed);
    }

    static void Sha(ref ScalarCall call)
    {
        Sha2.Write(call.Bytes(0), call.Integer(1), call.Text);
        call.ReturnWritten();
    }
}
