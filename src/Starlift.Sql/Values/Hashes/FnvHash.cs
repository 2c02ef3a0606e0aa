namespace Starlift.Sql.Values.Hashes;

/// <summary>FNV_HASH: the 64-bit FNV-1a (Amazon Redshift: "FNV_HASH function").</summary>
public static class FnvHash
{
    const ulong Offset = 0xcbf29ce484222325;
    const ulong Prime = 0x100000001b3;

    /// <param name="bytes">UTF-8 of a text, little-endian bytes of an integer.</param>
    /// <param name="seed">Takes the place of the offset; null without.</param>
    public static long Of(ReadOnlySpan<byte> bytes, long? seed = null)
    {
        var hash = seed is { } given ? (ulong)given : Offset;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * Prime;
        }

        return (long)hash;
    }
}
