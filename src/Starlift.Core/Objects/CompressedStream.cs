using ICSharpCode.SharpZipLib;
using ZstdSharp;

namespace Starlift.Objects;

/// <summary>
/// Decompresses members one after the other, as parallel compressors and appending writers make them, to the last byte that is stored:
/// what follows a member is another one, or the object is damaged. Owns the stream it reads.
/// </summary>
/// <param name="stored">What is read.</param>
/// <param name="format">Its name, for messages.</param>
abstract class CompressedStream(PeekStream stored, string format) : ReadOnlyStream
{
    const string Again = "the object is damaged or cut off: upload it again, or take it away";

    /// <summary>Bytes by which the beginning of a member is known.</summary>
    const int MagicLength = 4;

    bool _inMember;
    long _member = -1;

    protected PeekStream Stored => stored;

    public sealed override int Read(Span<byte> buffer)
    {
        while (!buffer.IsEmpty && (_inMember || TryBegin()))
        {
            if (Try(buffer) is var read and > 0)
            {
                return read;
            }

            _inMember = false;
        }

        return 0;
    }

    /// <param name="start">The next four bytes; fewer where the object ends.</param>
    protected abstract bool Begins(ReadOnlySpan<byte> start);

    /// <summary>Takes what stands before the member's data.</summary>
    protected abstract void Begin();

    /// <summary>0 where the member has ended; what was stored behind it is left.</summary>
    protected abstract int ReadMember(Span<byte> buffer);

    /// <summary>Takes what may stand between members and means nothing.</summary>
    protected virtual void SkipPadding()
    {
    }

    protected CompressedDataException Damaged(Exception? inner = null) => new(
        stored.IsExhausted
            ? $"it ends at byte {stored.Offset}, and the {format} data that begin at byte {_member} do not"
            : $"the {format} data that begin at byte {_member} are damaged before byte {stored.Offset}",
        Again,
        inner);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            stored.Dispose();
        }

        base.Dispose(disposing);
    }

    bool TryBegin()
    {
        if (_member >= 0)
        {
            SkipPadding();
        }

        if (stored.AtEnd)
        {
            return false;
        }

        var start = stored.Peek(MagicLength);
        if (!Begins(start[..Math.Min(MagicLength, start.Length)]))
        {
            throw _member < 0
                ? new CompressedDataException($"it does not begin as {format} data do", "state the compression that the objects have in the COPY")
                : new CompressedDataException(
                    $"trailing bytes from byte {stored.Offset} on are no {format} data", "the object is damaged, or something was appended to it: upload it again");
        }

        (_inMember, _member) = (true, stored.Offset);
        return Try([]) == 0;
    }

    /// <param name="buffer">Empty to begin a member.</param>
    int Try(Span<byte> buffer)
    {
        try
        {
            if (buffer.IsEmpty)
            {
                Begin();
                return 0;
            }

            return ReadMember(buffer);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or SharpZipBaseException or ZstdException)
        {
            throw Damaged(e);
        }
    }
}
