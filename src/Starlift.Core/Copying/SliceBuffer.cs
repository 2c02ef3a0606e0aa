using Starlift.Errors;
using Starlift.Objects;

namespace Starlift.Copying;

/// <summary>
/// A window on the bytes of a slice, always followed by the scanner's padding. The window grows to hold one record whole. Not
/// thread-safe: one a reader, used for one slice after the other.
/// </summary>
/// <param name="block">Bytes read at a time.</param>
sealed class SliceBuffer(int block = SliceBuffer.Block)
{
    /// <summary>Large enough that a read costs little beside its bytes, small enough for the processor's cache.</summary>
    public const int Block = 1 << 18;

    /// <summary>The most that is read beyond a slice's end where its last record does not go on for longer.</summary>
    public const int MostOverlap = Block >> 4;

    /// <summary>Bytes read beyond a slice's end, in the hope that its last record ends there.</summary>
    readonly int _overlap = Math.Max(1, block >> 6);

    byte[] _bytes = new byte[block + RecordScanner.Padding];
    Stream? _stream;
    ObjectSlice? _slice;
    bool _hasKnownLength;

    /// <summary>The window and its padding.</summary>
    public ReadOnlySpan<byte> Padded => _bytes;

    public ReadOnlySpan<byte> Data => _bytes.AsSpan(0, End);

    /// <summary>Index behind the window's last byte.</summary>
    public int End { get; private set; }

    /// <summary>Offset in the object of the window's first byte.</summary>
    public long Offset { get; private set; }

    /// <summary>The object has no bytes behind the window.</summary>
    public bool AtEndOfObject { get; private set; }

    /// <param name="slice">What to read.</param>
    /// <param name="open">Opens its stream, which is closed with <see cref="Close"/>.</param>
    /// <param name="hasKnownLength">The stream has as many bytes as the object.</param>
    public void Open(ObjectSlice slice, Func<Stream> open, bool hasKnownLength)
    {
        _slice = slice;
        _stream = Open(slice, open);
        _hasKnownLength = hasKnownLength;
        Offset = Math.Max(0, slice.Start - RecordBoundary.LookBehind);
        End = 0;
        AtEndOfObject = false;
    }

    public void Close()
    {
        _stream?.Dispose();
        _stream = null;
    }

    /// <summary>Reads on, keeping what stands from <paramref name="keep"/> on and a little before it.</summary>
    /// <param name="keep">Index in the window.</param>
    /// <returns>By how much indexes have moved down; null where the object has no more bytes.</returns>
    public int? TryFill(int keep)
    {
        if (AtEndOfObject)
        {
            return null;
        }

        var moved = Math.Max(0, keep - RecordBoundary.LookBehind);
        _bytes.AsSpan(moved, End - moved).CopyTo(_bytes);
        Offset += moved;
        End -= moved;
        if (End + RecordScanner.Padding >= _bytes.Length)
        {
            Array.Resize(ref _bytes, (_bytes.Length * 2) - RecordScanner.Padding);
        }

        var before = End;
        var wanted = Math.Min(_bytes.Length - RecordScanner.Padding - End, Wanted());
        while (End - before < wanted && !AtEndOfObject)
        {
            var read = Read(_bytes.AsSpan(End, wanted - (End - before)));
            End += read;
            AtEndOfObject = read == 0 || (_hasKnownLength && Offset + End == _slice!.Object.Size);
        }

        _bytes.AsSpan(End, RecordScanner.Padding).Clear();
        if (_hasKnownLength && AtEndOfObject && Offset + End != _slice!.Object.Size)
        {
            throw new StarliftException(ExitCode.RunFailed, new Problem(
                $"{_slice.Object.Uri} ended at byte {Offset + End} of {_slice.Object.Size}",
                Hint: "the object changed while it was read; run again when its writer is done"));
        }

        return moved;
    }

    int Wanted()
    {
        var left = _slice!.End - (Offset + End);

        // Never less than what is kept: a large record would be scanned again for each little more of it.
        return (int)Math.Max(End, left > block ? block : Math.Max(left + _overlap, 4 * _overlap));
    }

    // Opening may read already: compressed streams begin with a header.
    static Stream Open(ObjectSlice slice, Func<Stream> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (ReadFailure.Of(e, slice.Object.Uri) is { } failure)
        {
            throw failure;
        }
    }

    int Read(Span<byte> target)
    {
        try
        {
            return _stream!.Read(target);
        }
        catch (Exception e) when (ReadFailure.Of(e, _slice!.Object.Uri) is { } failure)
        {
            throw failure;
        }
    }
}
