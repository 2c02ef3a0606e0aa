namespace Starlift.Objects;

/// <summary>Reads a stream in blocks, and knows whether anything is left without taking it. Owns the stream.</summary>
sealed class PeekStream(Stream stored) : Stream
{
    readonly byte[] _block = new byte[65_536];
    int _at;
    int _end;

    /// <summary>Nothing is left. May read.</summary>
    public bool AtEnd
    {
        get
        {
            if (_at == _end)
            {
                _at = 0;
                _end = stored.Read(_block, 0, _block.Length);
            }

            return _at == _end;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int ReadByte() => AtEnd ? -1 : _block[_at++];

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || AtEnd)
        {
            return 0;
        }

        var count = Math.Min(buffer.Length, _end - _at);
        _block.AsSpan(_at, count).CopyTo(buffer);
        _at += count;
        return count;
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
