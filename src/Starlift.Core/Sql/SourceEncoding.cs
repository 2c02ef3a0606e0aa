namespace Starlift.Sql;

/// <summary>COPY's ENCODING.</summary>
public enum SourceEncoding
{
    Utf8,

    /// <summary>With a byte order mark.</summary>
    Utf16,
    Utf16LittleEndian,
    Utf16BigEndian,
    Iso88591,
}
