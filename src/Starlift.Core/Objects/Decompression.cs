using System.Text;
using Starlift.Errors;
using Starlift.Sql;

namespace Starlift.Objects;

/// <summary>Turns an object's stored bytes into UTF-8 text, by what the COPY states and nothing else.</summary>
public static class Decompression
{
    /// <summary>The runtime's switch without which it takes a truncated GZIP stream for a whole one; the build sets it.</summary>
    const string StrictValidation = "System.IO.Compression.UseStrictValidation";
    static readonly bool IsStrict = AppContext.TryGetSwitch(StrictValidation, out var isStrict) && isStrict;

    /// <summary>Whether a stretch of the object's bytes can be read without reading those before it.</summary>
    public static bool CanSeek(CopyStatement copy) => copy is { Compression: Compression.None, Encoding: SourceEncoding.Utf8 };

    /// <summary>Owns <paramref name="stored"/>: it is closed with the stream returned.</summary>
    public static Stream Open(Stream stored, CopyStatement copy)
    {
        var plain = copy.Compression == Compression.None ? stored : Decompress(new PeekStream(stored), copy);
        return copy.Encoding switch
        {
            SourceEncoding.Utf8 => plain,
            SourceEncoding.Utf16 => FromMarkedUtf16(plain),
            SourceEncoding.Utf16LittleEndian => Transcode(plain, new UnicodeEncoding(bigEndian: false, byteOrderMark: false)),
            SourceEncoding.Utf16BigEndian => Transcode(plain, new UnicodeEncoding(bigEndian: true, byteOrderMark: false)),
            _ => Transcode(plain, Encoding.Latin1),
        };
    }

    static Stream Decompress(PeekStream stored, CopyStatement copy) => copy.Compression switch
    {
        Compression.Lzop => throw new ConfigurationException(
            "LZOP is not supported here",
            copy.Source.PlaceOf(copy.FromIndex),
            "use GZIP, BZIP2 or ZSTD, or run this COPY on Redshift"),

        // An empty object is no compressed one, and has no rows all the same.
        _ when stored.AtEnd => stored,
        Compression.Gzip when !IsStrict => throw new InvalidOperationException($"set {StrictValidation}, or a truncated object loads in part"),
        Compression.Gzip => new GzipStream(stored),
        Compression.Bzip2 => new Bzip2Stream(stored),
        _ => new ZstdStream(stored),
    };

    /// <summary>What the byte order mark says; little-endian where there is none.</summary>
    static Stream FromMarkedUtf16(Stream plain)
    {
        var mark = new byte[2];
        var read = plain.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        var bigEndian = mark is [0xFE, 0xFF];
        var marked = bigEndian || mark is [0xFF, 0xFE];
        var text = marked ? plain : new ConcatenatedStream(new MemoryStream(mark, 0, read), plain);
        return Transcode(text, new UnicodeEncoding(bigEndian, byteOrderMark: false));
    }

    static Stream Transcode(Stream plain, Encoding from) => Encoding.CreateTranscodingStream(plain, from, new UTF8Encoding(false));
}
