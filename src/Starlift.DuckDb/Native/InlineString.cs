using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Starlift.DuckDb.Native;

/// <summary>DuckDB's string slot (duckdb_string_t) of a string that fits into it: its length, then its bytes, zeros behind them.</summary>
static class InlineString
{
    public const int MaxLength = 12;

    /// <param name="bytes">At most <see cref="MaxLength"/>.</param>
    public static UInt128 SlotOf(ReadOnlySpan<byte> bytes)
    {
        Span<byte> slot = stackalloc byte[16];
        slot.Clear();
        BinaryPrimitives.WriteInt32LittleEndian(slot, bytes.Length);
        bytes.CopyTo(slot[4..]);
        return MemoryMarshal.Read<UInt128>(slot);
    }
}
