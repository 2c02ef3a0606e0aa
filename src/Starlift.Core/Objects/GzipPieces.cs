namespace Starlift.Objects;

/// <summary>
/// GZIP data for a decompressor, in pieces that each end before what may be the beginning of a member: no piece holds the end of one member
/// and that of the next. Leaves the stream open that it reads.
/// </summary>
sealed class GzipPieces(PeekStream stored) : ReadOnlyStream
{
    public override int Read(Span<byte> buffer)
    {
        var next = stored.Peek(1);
        next = next[..Math.Min(next.Length, buffer.Length)];
        var start = next.Length > 1 ? next[1..].IndexOf([(byte)0x1F, (byte)0x8B, (byte)8]) : -1;
        return stored.Read(start < 0 ? buffer : buffer[..(start + 1)]);
    }
}
