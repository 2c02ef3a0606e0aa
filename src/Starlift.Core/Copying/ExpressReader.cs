using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Starlift.Copying;

/// <summary>
/// Reads records whose members come in the order of the records before straight into the row: one wide compare a key, each value
/// converted where it is found. Whatever is not plain (another kind of value, an error of any sort) it declines, and
/// <see cref="RecordScanner"/> and <see cref="RowConverter"/> read the record from its start. Not thread-safe: one a reader.
/// </summary>
/// <remarks>
/// Indexes are not checked against the data's end: all loops end at a byte below the blank that they do not expect, and the padding
/// is made of those. Code with wide compares is not compiled ahead of time; it is optimized at its first call, not after thousands.
/// </remarks>
sealed class ExpressReader
{
    /// <summary>What <see cref="TryRead"/> returns instead of an end.</summary>
    public const int Declined = -1;

    /// <summary>Records of ever new keys are no records of a known shape.</summary>
    const int MaxMembers = 512;

    const int MaxColumns = 64;
    readonly RecordScanner _scanner;
    readonly RowConverter _converter;
    readonly CopyTally _tally;
    readonly MemberPredictor _columns;
    readonly MemberLanes _lanes;
    readonly ExpressText _text = new();
    readonly List<KnownMember> _members = [];

    /// <summary>Bits of all columns that records fill, and of those among them that must have a value.</summary>
    readonly ulong _all;
    readonly ulong _required;
    KnownMember? _first;

    /// <summary>Bits of columns that the record gives a null.</summary>
    ulong _nulls;

    ExpressReader(PreparedCopy copy, RecordScanner scanner, RowConverter converter, CopyTally tally)
    {
        _tally = tally;
        _scanner = scanner;
        _converter = converter;
        _columns = new MemberPredictor(copy.Paths.Root, copy.Paths.IgnoreCase, tally);
        _lanes = new MemberLanes(copy);
        _all = copy.Columns.Count == MaxColumns ? ulong.MaxValue : (1UL << copy.Columns.Count) - 1;
        _required = MemberLanes.RequiredOf(copy.Columns);
    }

    /// <returns>Null where a column's path is more than a name, or where there are too many columns.</returns>
    public static ExpressReader? Of(PreparedCopy copy, RecordScanner scanner, RowConverter converter, CopyTally tally) =>
        copy.Columns.Count <= MaxColumns
        && copy.Paths.Root is { Columns.Length: 0, Elements.Length: 0 } root
        && root.Members.All(member => member.Node is { Columns.Length: 1, Members.Length: 0, Elements.Length: 0 })
            ? new ExpressReader(copy, scanner, converter, tally)
            : null;

    /// <summary>Writes the record to the row; where it declines, the row is void.</summary>
    /// <param name="padded">The data and its padding.</param>
    /// <param name="start">Index of { or [.</param>
    /// <param name="sink">Takes the values.</param>
    /// <param name="row">0-based row of the sink.</param>
    /// <returns>Index behind the record, or <see cref="Declined"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int TryRead<TSink>(ReadOnlySpan<byte> padded, int start, ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        ref var data = ref MemoryMarshal.GetReference(padded);
        if (Unsafe.Add(ref data, start) != '{')
        {
            return Declined;
        }

        _scanner.Begin();
        var at = SkipSpace(padded, ref data, start + 1);
        var member = _first;
        KnownMember? previous = null;
        ulong filled = 0;
        ulong taken = 0;
        _nulls = 0;
        while (true)
        {
            if (member is null || !member.StandsAt(ref data, at))
            {
                member = Find(padded, at, previous);
                if (member is null)
                {
                    return Declined;
                }
            }

            at = SkipSpace(padded, ref data, at + member.Key.Length);
            if (member.Bit <= filled && !MayFollow<TSink>(member, filled))
            {
                return Declined;
            }

            if (!TSink.TakesAnyOrder && !TrySkipColumns(member, filled, ref sink, row))
            {
                return Declined;
            }

            taken |= member.Bit;
            filled |= TSink.TakesAnyOrder || member.Bit == 0 ? member.Bit : member.Bit | (member.Bit - 1);
            at = TryValue(padded, ref data, at, member, ref sink, row);
            if (at < 0)
            {
                return Declined;
            }

            at = SkipSpace(padded, ref data, at);
            if (Unsafe.Add(ref data, at) != ',')
            {
                break;
            }

            at = SkipSpace(padded, ref data, at + 1);
            previous = member;
            member = member.Next;
        }

        _tally.Fill(taken & ~_nulls);
        return Unsafe.Add(ref data, at) == '}' && TrySetMissing(_all & ~filled, ref sink, row) ? at + 1 : Declined;
    }

    // Of two members for one column the last wins, which is for others to see to.
    static bool MayFollow<TSink>(KnownMember member, ulong filled)
        where TSink : struct, IRowSink => member.Bit == 0 || (TSink.TakesAnyOrder && (filled & member.Bit) == 0);

    // A sink that takes columns in order gets the NULLs of those that the record leaves out before the next.
    bool TrySkipColumns<TSink>(KnownMember member, ulong filled, ref TSink sink, int row)
        where TSink : struct, IRowSink =>
        member.Bit == 0 || TrySetMissing((member.Bit - 1) & ~filled, ref sink, row);

    bool TrySetMissing<TSink>(ulong missing, ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        if ((missing & _required) != 0)
        {
            return false;
        }

        for (; missing != 0; missing &= missing - 1)
        {
            sink.SetNull(BitOperations.TrailingZeroCount(missing), row);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int TryValue<TSink>(ReadOnlySpan<byte> padded, ref byte data, int at, KnownMember member, ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        var column = member.Column;
        var first = Unsafe.Add(ref data, at);
        var end = -1;
        switch (member.Lane)
        {
            case MemberLane.Text when first == '"':
                end = _text.Read(ref data, at + 1, member.MaxLength, out var text, out var isUtf8);
                if (end >= 0 && (isUtf8 || Utf8.IsValid(text)))
                {
                    sink.SetPaddedText(column, row, ref MemoryMarshal.GetReference(text), text.Length);
                    return end;
                }

                break;
            case MemberLane.Int32:
                end = TryWhole(ref data, at, first, out var number);
                if (end >= 0 && number <= int.MaxValue)
                {
                    sink.SetInt32(column, row, (int)number);
                    return end;
                }

                break;
            case MemberLane.Int64:
                end = TryWhole(ref data, at, first, out number);
                if (end >= 0)
                {
                    sink.SetInt64(column, row, (long)number);
                    return end;
                }

                break;
            case MemberLane.Double:
                end = ExpressDigits.ReadDouble(ref data, at, out var value);
                if (end >= 0)
                {
                    sink.SetDouble(column, row, value);
                    return end;
                }

                break;
            case MemberLane.Epoch:
                end = TryWhole(ref data, at, first, out number);
                if (end >= 0 && number <= _lanes.MaxEpoch)
                {
                    sink.SetTimestamp(column, row, (long)number * _lanes.EpochUnit);
                    return end;
                }

                break;
            case MemberLane.Int16:
                end = TryWhole(ref data, at, first, out number);
                if (end >= 0 && number <= (ulong)short.MaxValue)
                {
                    sink.SetInt16(column, row, (short)number);
                    return end;
                }

                break;
            case MemberLane.Skip:
                _tally.Meet(member.Unknown);
                return _scanner.SkipMember(padded, at);
        }

        if (Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref data, at)) == Null && (member.Bit & _required) == 0)
        {
            sink.SetNull(column, row);
            _nulls |= member.Bit;
            return at + 4;
        }

        return TryOther(padded, at, member, ref sink, row);
    }

    static uint Null => BitConverter.IsLittleEndian ? 0x6C6C756Eu : 0x6E756C6Cu;

    // A number, or a string of nothing but digits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static int TryWhole(ref byte data, int at, byte first, out ulong number)
    {
        if (first != '"')
        {
            return ExpressDigits.ReadWhole(ref data, at, out number);
        }

        var length = ExpressDigits.Read(ref data, at + 1, out number);
        return length > 0 && Unsafe.Add(ref data, at + 1 + length) == '"' ? at + length + 2 : -1;
    }

    int TryOther<TSink>(ReadOnlySpan<byte> padded, int at, KnownMember member, ref TSink sink, int row)
        where TSink : struct, IRowSink
    {
        var end = _scanner.ScanMember(padded, at, member.Node!);
        if (end < 0 || !_converter.TryConvert(padded, isAscii: false, _scanner, member.Column, ref sink, row))
        {
            return Declined;
        }

        _nulls |= _converter.IsNull ? member.Bit : 0;
        return end;
    }

    // What comes after a member is remembered, so that the next record is predicted by this one.
    KnownMember? Find(ReadOnlySpan<byte> padded, int at, KnownMember? previous)
    {
        var length = _scanner.KeyLength(padded, at, out var escaped);
        if (length == 0)
        {
            return null;
        }

        var key = padded.Slice(at, length);
        var member = Known(key);
        if (member is null && _members.Count < MaxMembers)
        {
            member = _lanes.Of(key.ToArray(), _columns.Find(key[1..^2], escaped, int.MaxValue, out var unknown), unknown);
            _members.Add(member);
        }

        if (previous is null)
        {
            _first = member;
        }
        else
        {
            previous.Next = member;
        }

        return member;
    }

    KnownMember? Known(ReadOnlySpan<byte> key)
    {
        foreach (var member in CollectionsMarshal.AsSpan(_members))
        {
            if (key.SequenceEqual(member.Key))
            {
                return member;
            }
        }

        return null;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    int SkipSpace(ReadOnlySpan<byte> padded, ref byte data, int at) =>
        Unsafe.Add(ref data, at) > ' ' ? at : _scanner.SkipSpace(padded, at);
}
