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
    /// <param name="isAscii">The text has no other bytes.</param>
    /// <returns>Index behind the closing quote; -1 where the string is malformed, too long or has an escape for others to decode.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Read(ref byte data, int at, int limit, out ReadOnlySpan<byte> text, out bool isAscii)
    {
        // Most strings end in the first 32 bytes and have no escape.
        var bytes = Vector256.LoadUnsafe(ref data, (nuint)at);
        var stops = StopsOf(bytes);
        var length = BitOperations.TrailingZeroCount(stops);
        if (stops != 0 && Unsafe.Add(ref data, at + length) == '"' && length <= limit)
        {
            text = MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref data, at), length);
            isAscii = BitOperations.TrailingZeroCount(bytes.ExtractMostSignificantBits()) >= length;
            return at + length + 1;
        }

        return ReadOn(ref data, at, limit, out text, out isAscii);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    int ReadOn(ref byte data, int at, int limit, out ReadOnlySpan<byte> text, out bool isAscii)
    {
        if (_decoded.Length < limit + (2 * Vector256<byte>.Count))
        {
            _decoded = new byte[limit + (2 * Vector256<byte>.Count)];
        }

        ref var target = ref MemoryMarshal.GetArrayDataReference(_decoded);
        text = default;
        isAscii = true;
        var length = 0;
        while (length <= limit)
        {
            // Copied first and cut at the stop afterwards: the rest is written over.
            var bytes = Vector256.LoadUnsafe(ref data, (nuint)at);
            bytes.StoreUnsafe(ref target, (nuint)length);
            var stops = StopsOf(bytes);
            var plain = stops == 0 ? Vector256<byte>.Count : BitOperations.TrailingZeroCount(stops);
            isAscii &= BitOperations.TrailingZeroCount(bytes.ExtractMostSignificantBits()) >= plain;
            at += plain;
            length += plain;
            if (stops == 0)
            {
                continue;
            }

            var stop = Unsafe.Add(ref data, at);
            if (stop == '\\')
            {
                var next = Unsafe.Add(ref data, at + 1);
                var escaped = Escapes[next];
                if (escaped != 0)
                {
                    Unsafe.Add(ref target, length++) = escaped;
                    at += 2;
                    continue;
                }

                var size = next == 'u' ? TryUnicode(ref data, at + 2, ref Unsafe.Add(ref target, length)) : 0;
                if (size > 0)
                {
                    isAscii &= size == 1;
                    length += size;
                    at += 6;
                    continue;
                }
            }

            if (stop != '"' || length > limit)
            {
                return -1;
            }

            text = MemoryMarshal.CreateReadOnlySpan(ref target, length);
            return at + 1;
        }

        return -1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint StopsOf(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.Equals(Vector256.Min(bytes, Vector256.Create((byte)0x1F)), bytes)).ExtractMostSignificantBits();

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

            rune = (rune << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
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
