namespace Starlift.Tests.Objects;

/// <summary>Bytes in memory, that tells when it is read and when it is closed.</summary>
sealed class WatchedStream : MemoryStream
{
    readonly Action _beforeRead;
    readonly Action _closed;
    bool _isClosed;

    public WatchedStream(byte[] bytes, long offset, Action beforeRead, Action closed)
        : base(bytes, writable: false)
    {
        Position = offset;
        _beforeRead = beforeRead;
        _closed = closed;
    }

    public override int Read(Span<byte> buffer)
    {
        _beforeRead();
        return base.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        _beforeRead();
        return base.Read(buffer, offset, count);
    }

    protected override void Dispose(bool disposing)
    {
        if (!_isClosed)
        {
            _isClosed = true;
            _closed();
        }

        base.Dispose(disposing);
    }
}
