using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Starlift.Copying;

/// <summary>
/// The text of a JSON string, found and decoded in one go. Not thread-safe: one a reader. The data must be followed by the scanner's
/// padding.
/// </summary>
sealed class ExpressText
{
    /// <summary>Bytes that are searched at once: as many as a word has bits.</summary>
    const int Block = 64;

    byte[] _decoded = new byte[4_096];

    // What a backslash and this byte stand for; 0 for all else, \u among them.
    static ReadOnlySpan<byte> Escapes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, (byte)'"', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'/', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\\', 0, 0, 0,
        0, 0, (byte)'\b', 0, 0, 0, (byte)'\f', 0, 0, 0, 0, 0, 0, 0, (byte)'\n', 0, 0, 0, (byte)'\r', 0, (byte)'\t', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <param name="data">With its padding.</param>
    /// <param name="at">Index behind the opening quote.</param>
    /// <param name="limit">The most bytes that the text may have.</param>
    /// <param name="text">Valid until the next call; 32 bytes behind it can be read.</param>
    /// <param name="isUtf8">The text is known to be UTF-8, because it is written in ASCII. Others are for the caller to check.</param>
    /// <returns>Index behind the closing quote; -1 where the string is malformed, too long or has an escape for others to decode.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Read(ref byte data, int at, int limit, out ReadOnlySpan<byte> text, out bool isUtf8)
    {
        // Most strings end in the first 32 bytes and have no escape.
        var bytes = Vector256.LoadUnsafe(ref data, (nuint)at);
        var stops = StopsOf(bytes);
        var length = BitOperations.TrailingZeroCount(stops);
        if (stops != 0 && Unsafe.Add(ref data, at + length) == '"' && length <= limit)
        {
            text = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref data, at), length);
            isUtf8 = BitOperations.TrailingZeroCount(bytes.ExtractMostSignificantBits()) >= length;
            return at + length + 1;
        }

        return ReadOn(ref data, at, limit, out text, out isUtf8);
    }

    // A block's stops are found at once, so that one escape does not wait for the one before to be decoded.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int ReadOn(ref byte data, int at, int limit, out ReadOnlySpan<byte> text, out bool isUtf8)
    {
        if (_decoded.Length < limit + (2 * Block))
        {
            _decoded = new byte[limit + (2 * Block)];
        }

        ref var target = ref MemoryMarshal.GetArrayDataReference(_decoded);
        text = default;
        isUtf8 = true;
        var length = 0;
        while (length <= limit)
        {
            var first = Vector256.LoadUnsafe(ref data, (nuint)at);
            var second = Vector256.LoadUnsafe(ref data, (nuint)(at + Vector256<byte>.Count));
            var stops = StopsOf(first) | ((ulong)StopsOf(second) << Vector256<byte>.Count);
            var others = first.ExtractMostSignificantBits() | ((ulong)second.ExtractMostSignificantBits() << Vector256<byte>.Count);
            var from = 0;
            while (from < Block)
            {
                // Copied first and cut at the stop afterwards: the rest is written over.
                CopyBlock(ref Unsafe.Add(ref data, at + from), ref Unsafe.Add(ref target, length));
                var stop = BitOperations.TrailingZeroCount(stops);
                length += stop - from;
                if (stop == Block)
                {
                    from = Block;
                    break;
                }

                var kind = Unsafe.Add(ref data, at + stop);
                if (kind == '"' && length <= limit)
                {
                    isUtf8 &= BitOperations.TrailingZeroCount(others) >= stop;
                    text = MemoryMarshal.CreateReadOnlySpan(ref target, length);
                    return at + stop + 1;
                }

                if (kind != '\\')
                {
                    return -1;
                }

                var size = Unescape(ref Unsafe.Add(ref data, at + stop + 1), ref Unsafe.Add(ref target, length), out var written);
                if (size == 0)
                {
                    return -1;
                }

                length += written;
                from = stop + 1 + size;
                stops &= from < Block ? ulong.MaxValue << from : 0;
            }

            isUtf8 &= others == 0;
            at += from;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void CopyBlock(ref byte source, ref byte target)
    {
        Vector256.LoadUnsafe(ref source).StoreUnsafe(ref target);
        Vector256.LoadUnsafe(ref source, (nuint)Vector256<byte>.Count).StoreUnsafe(ref target, (nuint)Vector256<byte>.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint StopsOf(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes)).ExtractMostSignificantBits();

    // Bytes of the escape behind its backslash; 0 where it is none or for others to decode.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Unescape(ref byte escape, ref byte target, out int written)
    {
        var decoded = Escapes[escape];
        if (decoded != 0)
        {
            target = decoded;
            written = 1;
            return 1;
        }

        written = escape == 'u' ? TryUnicode(ref escape, 1, ref target) : 0;
        return written == 0 ? 0 : 5;
    }

    // Neither NUL nor surrogates, which are for others.
    static int TryUnicode(ref byte data, int at, ref byte target)
    {
        var rune = 0;
        for (var i = 0; i < 4; i++)
        {
            var digit = Unsafe.Add(ref data, at + i);
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return 0;
            }

            // The low half of 'a' and 'A' is 1: letters are nine more.
            rune = (rune << 4) | ((digit & 0xF) + (9 * (digit >> 6)));
        }

        switch (rune)
        {
            case 0 or (>= 0xD800 and < 0xE000):
                return 0;
            case < 0x80:
                target = (byte)rune;
                return 1;
            case < 0x800:
                target = (byte)(0xC0 | (rune >> 6));
                Unsafe.Add(ref target, 1) = (byte)(0x80 | (rune & 0x3F));
                return 2;
            default:
                target = (byte)(0xE0 | (rune >> 12));
                Unsafe.Add(ref target, 1) = (byte)(0x80 | ((rune >> 6) & 0x3F));
                Unsafe.Add(ref target, 2) = (byte)(0x80 | (rune & 0x3F));
                return 3;
        }
    }
}
