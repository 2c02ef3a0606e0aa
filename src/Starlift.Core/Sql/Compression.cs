namespace Starlift.Sql;

/// <summary>The compression a COPY states; it is never guessed from a name.</summary>
public enum Compression
{
    None,
    Gzip,
    Bzip2,
    Zstd,
    Lzop,
}
