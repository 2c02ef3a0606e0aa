using System.Buffers.Binary;

namespace Starlift.Postgres.Copying;

/// <summary>
/// A numeric in PostgreSQL's binary form: digits of base 10000, where the point stands among them, the sign, and how many decimals are
/// shown (PostgreSQL's numeric.c, numeric_recv).
/// </summary>
static class NumericField
{
    const int Negative = 0x4000;
    const int Base = 10_000;
    const int DigitsPerGroup = 4;

    /// <summary>38 digits and up to three of padding.</summary>
    const int MostGroups = 11;

    static readonly int[] Powers = [1, 10, 100, 1_000];

    public static void Write(CopyBlock block, Int128 unscaled, int scale)
    {
        Span<short> groups = stackalloc short[MostGroups + 1];
        var magnitude = (UInt128)Int128.Abs(unscaled);
        var fraction = (scale + DigitsPerGroup - 1) / DigitsPerGroup;
        var pad = Powers[(fraction * DigitsPerGroup) - scale];
        var count = 0;
        if (pad > 1)
        {
            // The lowest group has fewer digits of the number than four: the rest is zeros behind the last decimal.
            var (rest, low) = UInt128.DivRem(magnitude, (UInt128)(Base / pad));
            groups[count++] = (short)((int)low * pad);
            magnitude = rest;
        }

        while (magnitude > ulong.MaxValue)
        {
            (magnitude, var low) = UInt128.DivRem(magnitude, Base);
            groups[count++] = (short)low;
        }

        // Most numbers fit 64 bits, whose division is many times faster.
        for (var rest = (ulong)magnitude; rest > 0; rest /= Base)
        {
            groups[count++] = (short)(rest % Base);
        }

        var first = 0;
        while (first < count && groups[first] == 0)
        {
            first++;
        }

        while (count > first && groups[count - 1] == 0)
        {
            count--;
        }

        var digits = count - first;
        var field = block.Field(8 + (2 * digits));
        BinaryPrimitives.WriteInt16BigEndian(field, (short)digits);
        BinaryPrimitives.WriteInt16BigEndian(field[2..], (short)(digits == 0 ? 0 : count - fraction - 1));
        BinaryPrimitives.WriteUInt16BigEndian(field[4..], (ushort)(unscaled < 0 ? Negative : 0));
        BinaryPrimitives.WriteUInt16BigEndian(field[6..], (ushort)scale);
        for (var i = 0; i < digits; i++)
        {
            BinaryPrimitives.WriteInt16BigEndian(field[(8 + (2 * i))..], groups[count - 1 - i]);
        }
    }
}
