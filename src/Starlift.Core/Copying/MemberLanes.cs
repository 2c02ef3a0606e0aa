using Starlift.Sql;
using Starlift.Sql.Values.Dates;

namespace Starlift.Copying;

/// <summary>Which lane the values of a COPY's members take. Immutable.</summary>
sealed class MemberLanes
{
    readonly IReadOnlyList<CopyColumn> _columns;
    readonly ConversionOptions _options;

    public MemberLanes(PreparedCopy copy)
    {
        _columns = copy.Columns;
        _options = copy.Options;
        EpochUnit = copy.Options.Temporal.EpochUnit;
        MaxEpoch = EpochUnit > 0 ? (ulong)(CalendarTime.MaxMicroseconds / EpochUnit) : 0;
    }

    /// <summary>Microseconds of one; 0 where TIMEFORMAT is no epoch.</summary>
    public long EpochUnit { get; }

    /// <summary>The largest number of units that a TIMESTAMP holds.</summary>
    public ulong MaxEpoch { get; }

    /// <summary>Bits of the columns that must have a value.</summary>
    public static ulong RequiredOf(IReadOnlyList<CopyColumn> columns)
    {
        ulong bits = 0;
        for (var i = 0; i < columns.Count; i++)
        {
            bits |= columns[i].NotNull ? 1UL << i : 0;
        }

        return bits;
    }

    /// <param name="key">As written, with both quotes and the colon.</param>
    /// <param name="node">Where its value goes; null where no column asks for it.</param>
    /// <param name="unknown">The key's number in the tally, where no column asks for it.</param>
    public KnownMember Of(byte[] key, PathNode? node, int unknown) => node is { Columns: [var column] }
        ? new KnownMember(key, node, column, LaneOf(_columns[column].Type.Kind), _columns[column].Type.Length, unknown)
        : new KnownMember(key, null, -1, MemberLane.Skip, 0, unknown);

    MemberLane LaneOf(SqlTypeKind kind) => kind switch
    {
        SqlTypeKind.Varchar when _options is { EmptyAsNull: false, BlanksAsNull: false, TrimBlanks: false, Replacement: null } => MemberLane.Text,
        SqlTypeKind.SmallInt => MemberLane.Int16,
        SqlTypeKind.Integer => MemberLane.Int32,
        SqlTypeKind.BigInt => MemberLane.Int64,
        SqlTypeKind.DoublePrecision => MemberLane.Double,
        SqlTypeKind.Timestamp or SqlTypeKind.TimestampTz when EpochUnit > 0 => MemberLane.Epoch,
        _ => MemberLane.Other,
    };
}
