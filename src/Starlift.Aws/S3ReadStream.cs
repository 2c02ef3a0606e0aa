using Starlift.Objects;

namespace Starlift.Aws;

/// <summary>
/// Reads an object in ranges that are fetched in the background: one from the beginning on, several once somebody reads. So a stream
/// that nobody reads yet takes at most 1 MB. Not thread-safe.
/// </summary>
sealed class S3ReadStream : Stream, IReadAhead
{
    const int FirstRange = 1 << 20;
    const int NextRange = 2 << 20;
    const int UnexpectedRange = 256 << 10;
    const int RangesAhead = 3;

    readonly S3Requests _requests;
    readonly ObjectVersion _version;
    readonly CancellationTokenSource _closing;
    readonly Queue<S3Range> _ranges = [];
    readonly long _expectedEnd;
    S3Range? _current;
    int _at;
    long _next;

    /// <param name="requests">Sends the requests.</param>
    /// <param name="version">What to read.</param>
    /// <param name="offset">Where to begin.</param>
    /// <param name="expected">How many bytes will most likely be read.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    public S3ReadStream(S3Requests requests, ObjectVersion version, long offset, long expected, CancellationToken cancellationToken)
    {
        _requests = requests;
        _version = version;
        _closing = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _expectedEnd = expected < version.Size - offset ? offset + expected : version.Size;
        _next = offset;
        Fetch(FirstRange);
        FirstRead = _ranges.TryPeek(out var first) ? EndOf(first.Ready) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task FirstRead { get; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="Errors.StarliftException">The object can't be read, or no longer is the version.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty || ((_current is null || _at == _current.Length) && !TryTakeRange()))
        {
            return 0;
        }

        var read = Math.Min(buffer.Length, _current!.Length - _at);
        _current.Bytes.Slice(_at, read).CopyTo(buffer);
        _at += read;
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _closing.Cancel();
            _closing.Dispose();
            _current?.Free();
            _current = null;
            _ranges.Clear();
            _next = _version.Size;
        }

        base.Dispose(disposing);
    }

    bool TryTakeRange()
    {
        _current?.Free();
        _current = null;
        while (_ranges.Count <= RangesAhead && _next < _expectedEnd)
        {
            Fetch(NextRange);
        }

        if (_ranges.Count == 0 && _next < _version.Size)
        {
            Fetch(UnexpectedRange);
        }

        if (!_ranges.TryDequeue(out var range))
        {
            return false;
        }

        Wait(range.Ready);
        (_current, _at) = (range, 0);
        return true;
    }

    void Fetch(int length)
    {
        var end = Math.Min(_next + length, _next < _expectedEnd ? _expectedEnd : _version.Size);
        if (end > _next)
        {
            _ranges.Enqueue(S3Range.Start(_requests, _version, _next, (int)(end - _next), _closing.Token));
            _next = end;
        }
    }

    static async Task EndOf(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    // The one place where a thread waits for S3: the engine's own threads pull their rows and know nothing of tasks. Requests get on
    // with the pool's threads, of which a waiting reader takes one at most.
    static void Wait(Task task) => task.GetAwaiter().GetResult();
}
