namespace Starlift.Sql.Values.Dates;

/// <summary>What a date or time text says, part by part, before it is put together.</summary>
struct CalendarFields
{
    /// <summary>As written; null where the text has none.</summary>
    public int? Year;

    public int? Month;

    public int? Day;

    public int? DayOfYear;

    public long? JulianDay;

    public bool BeforeChrist;

    public int Hour;

    public int Minute;

    public int Second;

    public int Microsecond;

    /// <summary>True for PM, false for AM, null where the text has neither.</summary>
    public bool? Afternoon;

    /// <summary>East of Greenwich; null where the text has no zone.</summary>
    public TimeSpan? Offset;

    /// <summary>A zone whose offset depends on the date.</summary>
    public TimeZoneInfo? Zone;

    /// <summary>The time is UTC whatever the session's zone is.</summary>
    public bool IsAbsolute;

    public readonly bool TryGetDays(out int days)
    {
        if (JulianDay is { } julian)
        {
            return CalendarTime.TryGetDaysOfJulian(julian, out days);
        }

        if (Year is not { } written || written < 1)
        {
            days = 0;
            return false;
        }

        var year = BeforeChrist ? 1 - written : written;
        return DayOfYear is { } dayOfYear
            ? CalendarTime.TryGetDaysOfYear(year, dayOfYear, out days)
            : CalendarTime.TryGetDays(year, Month ?? 1, Day ?? 1, out days);
    }

    public readonly bool TryGetTimeOfDay(out long microseconds)
    {
        var hour = Hour;
        microseconds = 0;
        if (Afternoon is { } afternoon)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (afternoon ? 12 : 0);
        }

        if (hour is < 0 or > 23 || Minute is < 0 or > 59 || Second is < 0 or > 59)
        {
            return false;
        }

        microseconds = ((((hour * 60L) + Minute) * 60) + Second) * CalendarTime.MicrosecondsPerSecond + Microsecond;
        return true;
    }

    /// <param name="toUtc">The zone, where there is one, moves the result to UTC; else it is ignored.</param>
    /// <param name="microseconds">Since 1970-01-01 00:00:00.</param>
    public readonly bool TryGetTimestamp(bool toUtc, out long microseconds)
    {
        microseconds = 0;
        if (!TryGetDays(out var days) || days > CalendarTime.MaxMicroseconds / CalendarTime.MicrosecondsPerDay || !TryGetTimeOfDay(out var timeOfDay))
        {
            return false;
        }

        microseconds = (days * CalendarTime.MicrosecondsPerDay) + timeOfDay;
        if (toUtc)
        {
            microseconds -= OffsetAt(microseconds).Ticks / TimeSpan.TicksPerMicrosecond;
        }

        return true;
    }

    readonly TimeSpan OffsetAt(long local)
    {
        if (Zone is null)
        {
            return Offset ?? TimeSpan.Zero;
        }

        var ticks = DateTime.UnixEpoch.Ticks + (local * TimeSpan.TicksPerMicrosecond);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks
            ? Zone.BaseUtcOffset
            : Zone.GetUtcOffset(new DateTime(ticks, DateTimeKind.Unspecified));
    }
}
