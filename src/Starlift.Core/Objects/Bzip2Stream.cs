using ICSharpCode.SharpZipLib.BZip2;

namespace Starlift.Objects;

/// <summary>Decompresses BZIP2, all of its streams: parallel compressors write one after the other. Owns the stream it reads.</summary>
sealed class Bzip2Stream(PeekStream stored) : Stream
{
    BZip2InputStream? _current;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            int read;
            while ((read = _current?.Read(buffer, offset, count) ?? 0) == 0 && count > 0 && !stored.AtEnd)
            {
                // It takes byte by byte, so that what is left begins with the next stream.
                _current = new BZip2InputStream(stored) { IsStreamOwner = false };
            }

            return read;
        }
        catch (Exception e) when (e is IndexOutOfRangeException or NullReferenceException or ArgumentException or OverflowException)
        {
            // The library trusts its input to be undamaged.
            throw new InvalidDataException("the BZIP2 data is damaged", e);
        }
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stored.Dispose();
        }

        base.Dispose(disposing);
    }
}
