using System.Text;
using Starlift.Errors;
using Starlift.Objects;
using Starlift.Sql;

namespace Starlift.Inference;

/// <summary>The first bytes of one object, decompressed.</summary>
/// <param name="Version">The object.</param>
/// <param name="Compression">By its first bytes.</param>
/// <param name="Bytes">Without a byte order mark.</param>
/// <param name="IsWhole">Nothing of the object is left out.</param>
sealed record ObjectSample(ObjectVersion Version, Compression Compression, ReadOnlyMemory<byte> Bytes, bool IsWhole)
{
    /// <param name="store">Where the object is.</param>
    /// <param name="version">As listed.</param>
    /// <param name="most">How many decompressed bytes may be read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="StarliftException">The object can't be read, or is something that COPY does not load.</exception>
    public static ObjectSample Read(IObjectStore store, ObjectVersion version, int most, CancellationToken cancellationToken)
    {
        using var stored = new PeekStream(store.OpenRead(version, 0, Math.Min(version.Size, most), cancellationToken));
        try
        {
            var compression = FirstBytes.CompressionOf(stored.Peek(FirstBytes.Needed));
            Refuse(version, FirstBytes.OtherFormatOf(stored.Peek(FirstBytes.Needed)), compression);
            using var plain = Open(stored, compression);
            var (bytes, isWhole) = ReadUpTo(plain, most);
            var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            return new ObjectSample(version, compression, bytes.AsMemory(mark), isWhole);
        }
        catch (Exception e) when (ReadFailure.Of(e, version.Uri) is { } failure)
        {
            throw failure;
        }
    }

    static void Refuse(ObjectVersion version, string? format, Compression compression)
    {
        if (format is not null)
        {
            throw new ConfigurationException($"{version.Uri} is {format}, and Starlift loads JSON in UTF-8", hint: "convert it to JSON first, or give a longer PREFIX that leaves it out");
        }

        if (compression == Compression.Lzop)
        {
            throw new ConfigurationException($"{version.Uri} is compressed by LZOP, which only Redshift reads", hint: "use GZIP, BZIP2 or ZSTD");
        }
    }

    static Stream Open(PeekStream stored, Compression compression) => compression switch
    {
        Compression.Gzip => new GzipStream(stored),
        Compression.Bzip2 => new Bzip2Stream(stored),
        Compression.Zstd => new ZstdStream(stored),
        _ => stored,
    };

    static (byte[] Bytes, bool IsWhole) ReadUpTo(Stream plain, int most)
    {
        using var bytes = new MemoryStream();
        var block = new byte[65_536];
        int read;
        while (bytes.Length < most && (read = plain.Read(block, 0, (int)Math.Min(block.Length, most - bytes.Length))) > 0)
        {
            bytes.Write(block, 0, read);
        }

        return (bytes.ToArray(), bytes.Length < most || plain.ReadByte() < 0);
    }
}
