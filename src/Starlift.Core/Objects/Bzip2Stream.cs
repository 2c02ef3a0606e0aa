using ICSharpCode.SharpZipLib.BZip2;

namespace Starlift.Objects;

/// <summary>Decompresses BZIP2.</summary>
sealed class Bzip2Stream(PeekStream stored) : CompressedStream(stored, "BZIP2")
{
    BZip2InputStream? _member;

    protected override bool Begins(ReadOnlySpan<byte> start) => start is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9'];

    protected override void Begin()
    {
        try
        {
            // It takes byte by byte, so that what is left begins with the next stream.
            _member = new BZip2InputStream(Stored) { IsStreamOwner = false };
        }
        catch (Exception e) when (MeansDamage(e))
        {
            throw Damaged(e);
        }
    }

    protected override int ReadMember(Span<byte> buffer)
    {
        try
        {
            return _member!.Read(buffer);
        }
        catch (Exception e) when (MeansDamage(e))
        {
            throw Damaged(e);
        }
    }

    // The library trusts its input to be undamaged.
    static bool MeansDamage(Exception e) => e is IndexOutOfRangeException or NullReferenceException or ArgumentException or OverflowException;
}
