namespace Starlift.Sql.Values.Dates;

/// <summary>A time zone: a fixed offset, or one with summer times. Immutable.</summary>
public sealed class Zone
{
    readonly TimeZoneInfo? _rules;
    readonly long _offset;

    internal Zone(TimeZoneInfo rules)
    {
        _rules = rules.SupportsDaylightSavingTime || rules.GetAdjustmentRules().Length > 0 ? rules : null;
        _offset = rules.BaseUtcOffset.Ticks / TimeSpan.TicksPerMicrosecond;
    }

    /// <param name="microseconds">East of Greenwich.</param>
    internal Zone(long microseconds) => _offset = microseconds;

    public static Zone Utc { get; } = new(0);

    /// <summary>The UTC time of a local one. A time that summer time skips counts by the offset before; one that comes twice is the later.</summary>
    public long ToUtc(long local) => local - OffsetOfLocal(local);

    /// <summary>The local time of one in UTC.</summary>
    public long FromUtc(long utc) => utc + OffsetOfUtc(utc);

    /// <summary>Microseconds east of Greenwich at a time in UTC.</summary>
    public long OffsetOfUtc(long utc) => _rules is null || !TryClock(utc, DateTimeKind.Utc, out var time)
        ? _offset
        : _rules.GetUtcOffset(time).Ticks / TimeSpan.TicksPerMicrosecond;

    internal long OffsetOfLocal(long local)
    {
        if (_rules is null || !TryClock(local, DateTimeKind.Unspecified, out var time))
        {
            return _offset;
        }

        // of a time that the clock skips the runtime has the offset before it was put forward
        return _rules.GetUtcOffset(time).Ticks / TimeSpan.TicksPerMicrosecond;
    }

    static bool TryClock(long microseconds, DateTimeKind kind, out DateTime time)
    {
        time = default;
        var ticks = DateTime.UnixEpoch.Ticks + ((Int128)microseconds * TimeSpan.TicksPerMicrosecond);
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        time = new DateTime((long)ticks, kind);
        return true;
    }
}
