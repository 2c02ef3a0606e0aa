namespace Starlift.Objects;

/// <summary>
/// Reads a stream in blocks, shows what comes without taking it, and takes back what was read too far. Owns the stream.
/// </summary>
sealed class PeekStream(Stream stored) : ReadOnlyStream
{
    /// <summary>The most that one read gives: what can be taken back fits into the block, with something behind it.</summary>
    const int MostRead = 32_768;

    readonly byte[] _block = new byte[65_536];
    long _offset;
    int _at;
    int _end;

    /// <summary>Nothing is left. May read.</summary>
    public bool AtEnd => Peek(1).IsEmpty;

    /// <summary>0-based offset of the next byte.</summary>
    public long Offset => _offset + _at;

    /// <summary>How many bytes the last read gave. They can be taken back until something else is read or looked at.</summary>
    public int LastRead { get; private set; }

    /// <summary>A reader asked for more than there was.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>The next bytes, which stay: at least as many as asked for, or all that are left.</summary>
    /// <param name="count">At most half a block.</param>
    public ReadOnlySpan<byte> Peek(int count)
    {
        if (_end - _at < count)
        {
            _block.AsSpan(_at, _end - _at).CopyTo(_block);
            (_offset, _end, _at) = (_offset + _at, _end - _at, 0);
            int read;
            while (_end < count && (read = stored.Read(_block, _end, _block.Length - _end)) > 0)
            {
                _end += read;
            }
        }

        return _block.AsSpan(_at, _end - _at);
    }

    public void Skip(int count) => _at += count;

    /// <summary>Takes back what the last read gave.</summary>
    public void Unread() => (_at, LastRead) = (_at - LastRead, 0);

    public override int ReadByte()
    {
        if (_at == _end && AtEnd)
        {
            IsExhausted = true;
            return -1;
        }

        return _block[_at++];
    }

    public override int Read(Span<byte> buffer)
    {
        var next = Peek(1);
        LastRead = Math.Min(Math.Min(buffer.Length, MostRead), next.Length);
        next[..LastRead].CopyTo(buffer);
        _at += LastRead;
        IsExhausted |= LastRead == 0 && !buffer.IsEmpty;
        return LastRead;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stored.Dispose();
        }

        base.Dispose(disposing);
    }
}
