namespace Starlift.Sql.Values.Dates;

/// <summary>Arithmetic of intervals (PostgreSQL 8.0, "Date/Time Operators").</summary>
public static class IntervalMath
{
    /// <summary>The time later by the interval: its months first, then its days and its time.</summary>
    public static long Add(long time, Interval interval) =>
        checked((interval.Months == 0 ? time : DateMath.AddMonths(time, interval.Months)) + (interval.Days * CalendarTime.MicrosecondsPerDay) + interval.Microseconds);

    /// <summary>Days of 24 hours become days, months of 12 years: 50 hours are 2 days 02:00:00.</summary>
    public static Interval Normalize(Interval interval)
    {
        var days = interval.Microseconds / CalendarTime.MicrosecondsPerDay;
        var microseconds = interval.Microseconds - (days * CalendarTime.MicrosecondsPerDay);
        days += interval.Days;
        return days > 0 && microseconds < 0 ? new Interval(interval.Months, (int)days - 1, microseconds + CalendarTime.MicrosecondsPerDay)
            : days < 0 && microseconds > 0 ? new Interval(interval.Months, (int)days + 1, microseconds - CalendarTime.MicrosecondsPerDay)
            : new Interval(interval.Months, (int)days, microseconds);
    }
}
