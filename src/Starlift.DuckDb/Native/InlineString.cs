using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Starlift.DuckDb.Native;

/// <summary>DuckDB's string slot (duckdb_string_t) of a string that fits into it: its length, then its bytes, zeros behind them.</summary>
static class InlineString
{
    public const int MaxLength = 12;

    /// <param name="bytes">At most <see cref="MaxLength"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 SlotOf(ReadOnlySpan<byte> bytes)
    {
        ulong low;
        ulong high = 0;
        ref var first = ref MemoryMarshal.GetReference(bytes);
        var length = (uint)bytes.Length;

        // Two loads that overlap cover every length in their range, without a loop or a call.
        if (length >= 8)
        {
            low = Read<ulong>(ref first, 0);
            high = Read<ulong>(ref first, length - 8) >> (int)((16 - length) << 3);
        }
        else if (length >= 4)
        {
            low = Read<uint>(ref first, 0) | ((ulong)Read<uint>(ref first, length - 4) << (int)((length - 4) << 3));
        }
        else if (length > 0)
        {
            low = first | ((ulong)Read<byte>(ref first, length >> 1) << (int)((length >> 1) << 3)) | ((ulong)Read<byte>(ref first, length - 1) << (int)((length - 1) << 3));
        }
        else
        {
            low = 0;
        }

        return new UInt128((low >> 32) | (high << 32), length | (low << 32));
    }

    /// <summary>The same for bytes behind which 16 more can be read: two loads and a mask, whatever the length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static UInt128 SlotOfPadded(ref byte first, int length)
    {
        var low = Read<ulong>(ref first, 0) & Masks[length];
        var high = Read<ulong>(ref first, 8) & Masks[length + 16];
        return new UInt128((low >> 32) | (high << 32), (uint)length | (low << 32));
    }

    // Of the first eight bytes by length, and behind them of the other four.
    static ReadOnlySpan<ulong> Masks =>
    [
        0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF,
    ];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static T Read<T>(ref byte first, uint offset)
        where T : unmanaged => Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref first, offset));
}
