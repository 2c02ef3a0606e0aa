using System.IO.Compression;
using ICSharpCode.SharpZipLib.BZip2;
using ZstdSharp;

namespace Starlift.Tests.Objects;

/// <summary>Bytes as the compressors write them.</summary>
static class Compressed
{
    public static byte[] Gzip(ReadOnlySpan<byte> plain)
    {
        using var target = new MemoryStream();
        using (var stream = new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(plain);
        }

        return target.ToArray();
    }

    public static byte[] Bzip2(ReadOnlySpan<byte> plain)
    {
        using var target = new MemoryStream();
        using (var stream = new BZip2OutputStream(target) { IsStreamOwner = false })
        {
            stream.Write(plain);
        }

        return target.ToArray();
    }

    public static byte[] Zstd(ReadOnlySpan<byte> plain)
    {
        using var compressor = new Compressor();
        return compressor.Wrap(plain).ToArray();
    }

    /// <summary>With a checksum of the data, which only ZSTD has to be asked for.</summary>
    public static byte[] Checked(string option, ReadOnlySpan<byte> plain)
    {
        using var compressor = new Compressor();
        compressor.SetParameter(ZstdSharp.Unsafe.ZSTD_cParameter.ZSTD_c_checksumFlag, 1);
        return option == "zstd" ? compressor.Wrap(plain).ToArray() : By(option, plain);
    }

    public static byte[] By(string option, ReadOnlySpan<byte> plain) => option switch
    {
        "gzip" => Gzip(plain),
        "bzip2" => Bzip2(plain),
        "zstd" => Zstd(plain),
        _ => plain.ToArray(),
    };
}
