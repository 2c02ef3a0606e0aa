using System.Numerics;
using System.Runtime.CompilerServices;

namespace Starlift.Copying;

/// <summary>Digits to numbers, eight at a time. The data must be followed by the scanner's padding.</summary>
static class ExpressDigits
{
    const ulong Zeros = 0x3030303030303030;

    static ReadOnlySpan<ulong> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000,
    ];

    static ReadOnlySpan<double> ExactPowers => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The most digits that are read.</summary>
    public const int Most = 15;

    /// <param name="exponent">Up to <see cref="Most"/>.</param>
    public static ulong Power(int exponent) => Powers[exponent];

    /// <summary>Reads the digits that stand at <paramref name="at"/>.</summary>
    /// <returns>How many there are; 0 where there are none or more than <see cref="Most"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref byte data, int at, out ulong value)
    {
        var length = Eight(ref data, at, out value);
        return length < 8 ? length : ReadOn(ref data, at, ref value);
    }

    /// <summary>A literal of digits, or of digits, a point and digits: the nearest double.</summary>
    /// <returns>Index behind it; -1 where it is written otherwise or has too many digits to be exact.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadDouble(ref byte data, int at, out double value)
    {
        var length = Read(ref data, at, out var whole);
        value = whole;
        if (length == 0 || HasLeadingZero(ref data, at, length))
        {
            return -1;
        }

        at += length;
        if (Unsafe.Add(ref data, at) != '.')
        {
            return at;
        }

        var places = Read(ref data, at + 1, out var fraction);
        if (places == 0 || length + places > Most)
        {
            return -1;
        }

        // Both are exact in a double, and so their quotient is the nearest one.
        value = ((whole * Powers[places]) + fraction) / ExactPowers[places];
        return at + 1 + places;
    }

    /// <summary>A literal of digits, which a point and zeros may follow: 1541077528796.0 is whole.</summary>
    /// <returns>Index behind it; -1 where it is written otherwise or has too many digits.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadWhole(ref byte data, int at, out ulong value)
    {
        var length = Read(ref data, at, out value);
        if (length == 0 || HasLeadingZero(ref data, at, length))
        {
            return -1;
        }

        at += length;
        if (Unsafe.Add(ref data, at) != '.')
        {
            return at;
        }

        var places = Read(ref data, at + 1, out var fraction);
        return places == 0 || fraction != 0 ? -1 : at + 1 + places;
    }

    static bool HasLeadingZero(ref byte data, int at, int length) => length > 1 && Unsafe.Add(ref data, at) == '0';

    static int ReadOn(ref byte data, int at, ref ulong value)
    {
        var length = Eight(ref data, at + 8, out var rest);
        value = (value * Powers[length]) + rest;
        return length < 8 ? 8 + length : 0;
    }

    // Up to eight digits without a loop: those that are missing are shifted in as leading zeros.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int Eight(ref byte data, int at, out ulong value)
    {
        var digits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref data, at)) ^ Zeros;
        if (!BitConverter.IsLittleEndian)
        {
            digits = System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(digits);
        }

        var others = (((digits & 0x7F7F7F7F7F7F7F7F) + 0x7676767676767676) | digits) & 0x8080808080808080;
        var length = BitOperations.TrailingZeroCount(others) >> 3;
        if (length == 0)
        {
            value = 0;
            return 0;
        }

        digits <<= (8 - length) << 3;
        digits = (digits * 10) + (digits >> 8);
        value = (((digits & 0x000000FF000000FF) * 0x000F424000000064) + (((digits >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
        return length;
    }
}
