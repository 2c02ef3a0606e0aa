using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Starlift.Copying;

/// <summary>A member that records have had: its key as they write it, and where its value goes. One reader's own.</summary>
sealed class KnownMember
{
    readonly Vector256<byte> _head;
    readonly uint _headMask;

    /// <param name="key">As written, with both quotes and the colon.</param>
    /// <param name="node">Where its value goes; null where no column asks for it.</param>
    /// <param name="column">0-based, of the node; -1 where no column asks for it.</param>
    /// <param name="lane">How its values are taken.</param>
    /// <param name="maxLength">Bytes that its column holds, where that is text.</param>
    /// <param name="unknown">The key's number in the tally, where no column asks for it.</param>
    public KnownMember(byte[] key, PathNode? node, int column, MemberLane lane, int maxLength, int unknown)
    {
        Key = key;
        Node = node;
        Column = column;
        Lane = lane;
        MaxLength = maxLength;
        Unknown = unknown;
        Bit = column < 0 ? 0 : 1UL << column;
        var head = new byte[Vector256<byte>.Count];
        key.AsSpan(0, Math.Min(key.Length, head.Length)).CopyTo(head);
        _head = Vector256.Create(head);
        _headMask = key.Length >= head.Length ? uint.MaxValue : (1u << key.Length) - 1;
    }

    public byte[] Key { get; }

    public PathNode? Node { get; }

    public int Column { get; }

    public MemberLane Lane { get; }

    public int MaxLength { get; }

    public int Unknown { get; }

    /// <summary>Its column's bit; 0 without a column.</summary>
    public ulong Bit { get; }

    /// <summary>The member that came after it last time.</summary>
    public KnownMember? Next { get; set; }

    /// <summary>Whether its key stands at <paramref name="at"/>; keys of up to 32 bytes take one wide compare.</summary>
    /// <param name="data">With its padding.</param>
    /// <param name="at">Index in the data.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool StandsAt(ref byte data, int at)
    {
        var same = Vector256.Equals(Vector256.LoadUnsafe(ref data, (nuint)at), _head).ExtractMostSignificantBits();
        return (same & _headMask) == _headMask && (Key.Length <= Vector256<byte>.Count || HasTail(ref data, at));
    }

    // The compare ends at the first difference, which the padding is.
    bool HasTail(ref byte data, int at)
    {
        for (var i = Vector256<byte>.Count; i < Key.Length; i++)
        {
            if (Unsafe.Add(ref data, at + i) != Key[i])
            {
                return false;
            }
        }

        return true;
    }
}
