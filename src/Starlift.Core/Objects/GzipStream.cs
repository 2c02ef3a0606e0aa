using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;

namespace Starlift.Objects;

/// <summary>
/// Decompresses GZIP (RFC 1952). The runtime's own stream drops what follows a member and does not begin like one, so that a damaged
/// byte there would cost records: members are told apart here.
/// </summary>
sealed class GzipStream(PeekStream stored) : CompressedStream(stored, "GZIP")
{
    const byte HasHeaderChecksum = 2;
    const byte HasExtra = 4;
    const byte HasName = 8;
    const byte HasComment = 16;
    const byte Reserved = 0xE0;
    const int TrailerLength = 8;

    readonly Crc32 _checksum = new();
    DeflateStream? _member;
    uint _length;

    protected override bool Begins(ReadOnlySpan<byte> start) => start is [0x1F, 0x8B, ..];

    protected override void Begin()
    {
        _checksum.Reset();
        Span<byte> head = stackalloc byte[10];
        Take(head);
        var flags = head[3];
        if (head[2] != 8 || (flags & Reserved) != 0)
        {
            throw Damaged();
        }

        if ((flags & HasExtra) != 0)
        {
            Span<byte> length = stackalloc byte[2];
            Take(length);
            Take(new byte[BinaryPrimitives.ReadUInt16LittleEndian(length)]);
        }

        TakeText((flags & HasName) != 0);
        TakeText((flags & HasComment) != 0);
        if ((flags & HasHeaderChecksum) != 0)
        {
            var checksum = (ushort)_checksum.GetCurrentHashAsUInt32();
            Span<byte> stated = stackalloc byte[2];
            Take(stated);
            if (BinaryPrimitives.ReadUInt16LittleEndian(stated) != checksum)
            {
                throw Damaged();
            }
        }

        _checksum.Reset();
        _length = 0;
        _member = new DeflateStream(new GzipPieces(Stored), CompressionMode.Decompress);
    }

    protected override int ReadMember(Span<byte> buffer)
    {
        var read = _member!.Read(buffer);
        if (read > 0)
        {
            _checksum.Append(buffer[..read]);
            _length += (uint)read;
            return read;
        }

        _member.Dispose();
        TakeTrailer();
        return 0;
    }

    // gzip(1) does so too: tapes are written in blocks.
    protected override void SkipPadding()
    {
        ReadOnlySpan<byte> next;
        while (!(next = Stored.Peek(1)).IsEmpty && next[0] == 0)
        {
            Stored.Skip(next.IndexOfAnyExcept((byte)0) is var padding and > 0 ? padding : next.Length);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _member?.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>
    /// The decompressor does not say how much of its last read it left: checksum and length, which close the member, are looked for
    /// there. <see cref="GzipPieces"/> sees to it that they are not those of a later member. Where the member is empty they are zeros, and
    /// so may be found a byte early; what is left of them is skipped as padding.
    /// </summary>
    void TakeTrailer()
    {
        Span<byte> trailer = stackalloc byte[TrailerLength];
        BinaryPrimitives.WriteUInt32LittleEndian(trailer, _checksum.GetCurrentHashAsUInt32());
        BinaryPrimitives.WriteUInt32LittleEndian(trailer[4..], _length);
        var most = Stored.LastRead + TrailerLength;
        Stored.Unread();
        var rest = Stored.Peek(most);
        var at = rest[..Math.Min(most, rest.Length)].IndexOf(trailer);
        if (at < 0)
        {
            // Cut off within the trailer, or damaged anywhere.
            Stored.Skip(Math.Min(most, rest.Length));
            throw Damaged();
        }

        Stored.Skip(at + TrailerLength);
    }

    void TakeText(bool isThere)
    {
        Span<byte> one = stackalloc byte[1];
        while (isThere)
        {
            Take(one);
            isThere = one[0] != 0;
        }
    }

    void Take(Span<byte> target)
    {
        Stored.ReadExactly(target);
        _checksum.Append(target);
    }
}
