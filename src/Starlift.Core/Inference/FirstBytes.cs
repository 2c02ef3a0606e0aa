using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>What an object's first bytes say of how it is stored. Names and endings say nothing: COPY does not heed them either.</summary>
public static class FirstBytes
{
    /// <summary>The most that <see cref="CompressionOf"/> and <see cref="OtherFormatOf"/> look at.</summary>
    public const int Needed = 8;

    /// <summary>By the magic number; none where the bytes have none that COPY knows.</summary>
    public static Compression CompressionOf(ReadOnlySpan<byte> first) => first switch
    {
        [0x1f, 0x8b, ..] => Compression.Gzip,
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', ..] => Compression.Bzip2,
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Compression.Zstd,
        [0x89, (byte)'L', (byte)'Z', (byte)'O', ..] => Compression.Lzop,
        _ => Compression.None,
    };

    /// <summary>The format of bytes that are no JSON, as its users call it; null where they may be JSON.</summary>
    public static string? OtherFormatOf(ReadOnlySpan<byte> first) => first switch
    {
        [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => "Parquet",
        [(byte)'O', (byte)'b', (byte)'j', 1, ..] => "Avro",
        [(byte)'O', (byte)'R', (byte)'C', ..] => "ORC",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive",
        [0xff, 0xfe, ..] or [0xfe, 0xff, ..] => "UTF-16",
        _ => null,
    };
}
