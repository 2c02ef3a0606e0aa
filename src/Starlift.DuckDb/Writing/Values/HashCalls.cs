using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Writing;

namespace Starlift.DuckDb.Writing.Values;

/// <summary>Amazon Redshift: "Hash functions". MD5 and SHA1 are DuckDB's.</summary>
static class HashCalls
{
    public static FunctionWriter? Find(string name) => name switch
    {
        "sha2" => call => call.Number(1) is 0 or 256 ? (Fragment)$"sha256({call[0].Bare})" : call.Named("starlift_sha2"),
        "fnv_hash" => Fnv,
        "murmur3_32_hash" => Murmur,
        "farmfingerprint64" => call => call.Named("starlift_farmfingerprint64"),
        "checksum" => Checksum,
        "crc32" => call => call.Named("starlift_crc32"),
        _ => null,
    };

    static Fragment Fnv(CallText call)
    {
        var seed = call.Count > 1 ? (Fragment)$", {call[1].Bare}" : Fragment.Empty;
        return Value(call) switch
        {
            { } bytes => (Fragment)$"starlift_fnv_hash(CAST({call[0].Bare} AS BIGINT), {bytes}{seed})",
            null => $"starlift_fnv_hash({call[0].Bare}{seed})",
        };
    }

    static Fragment Murmur(CallText call)
    {
        var seed = call.Count > 1 ? call[1].Bare : Fragment.Of("0");
        return Value(call) is null ? (Fragment)$"starlift_murmur3({call[0].Bare}, {seed})" : $"starlift_murmur3(CAST({call[0].Bare} AS BIGINT), {seed})";
    }

    /// <summary>The bytes of an integer; null of a text.</summary>
    static int? Value(CallText call) => call.TypeOf(0) switch
    {
        { Kind: TypeKind.SmallInt } => 2,
        { Kind: TypeKind.Integer } => 4,
        { Kind: TypeKind.BigInt } => 8,
        { IsText: true } => null,
        var type => throw call.Refuse($"{call.Bound.Function.Name.ToUpperInvariant()} of {type.ToString()} is not known to Starlift", "hash its text, or a whole number"),
    };

    static Fragment Checksum(CallText call) => call.TypeOf(0) switch
    {
        { IsInteger: true } => call.As(call[0]),
        { IsDecimal: true } => call.As((Fragment)$"CAST(replace(CAST({call[0].Bare} AS VARCHAR), '.', '') AS HUGEINT)"),
        _ => throw call.Refuse("CHECKSUM of a text is not known to Starlift", "write MD5, FNV_HASH or CRC32"),
    };
}
