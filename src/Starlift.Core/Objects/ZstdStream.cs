using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Starlift.Objects;

/// <summary>Decompresses ZSTD; frames that are to be skipped are. The library's own stream does not say where a frame ends.</summary>
sealed unsafe class ZstdStream(PeekStream stored) : CompressedStream(stored, "ZSTD")
{
    ZSTD_DCtx_s* _context = Methods.ZSTD_createDCtx();
    bool _hasEnded;

    protected override bool Begins(ReadOnlySpan<byte> start) => start is [0x28, 0xB5, 0x2F, 0xFD] or [>= 0x50 and <= 0x5F, 0x2A, 0x4D, 0x18];

    protected override void Begin() => _hasEnded = false;

    protected override int ReadMember(Span<byte> buffer)
    {
        while (!_hasEnded)
        {
            var next = Stored.Peek(1);
            fixed (byte* source = next, target = buffer)
            {
                var input = new ZSTD_inBuffer_s { src = source, size = (nuint)next.Length };
                var output = new ZSTD_outBuffer_s { dst = target, size = (nuint)buffer.Length };
                var left = Methods.ZSTD_decompressStream(_context, &output, &input);
                Stored.Skip((int)input.pos);
                if (Methods.ZSTD_isError(left))
                {
                    throw new ZstdException(Methods.ZSTD_getErrorCode(left), Methods.ZSTD_getErrorName(left));
                }

                _hasEnded = left == 0;
                if (output.pos > 0)
                {
                    return (int)output.pos;
                }
            }

            if (!_hasEnded && next.IsEmpty && Stored.ReadByte() < 0)
            {
                throw new EndOfStreamException();
            }
        }

        return 0;
    }

    protected override void Dispose(bool disposing)
    {
        Methods.ZSTD_freeDCtx(_context);
        _context = null;
        base.Dispose(disposing);
    }
}
