using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>Arithmetic of intervals (PostgreSQL 8.0, "Date/Time Operators").</summary>
public static class IntervalMath
{
    const int DaysPerMonth = 30;

    /// <summary>A fraction of a month becomes days, a fraction of a day microseconds.</summary>
    /// <exception cref="ValueException">The result is out of range.</exception>
    public static Interval Multiply(Interval interval, double factor)
    {
        var months = interval.Months * factor;
        var days = interval.Days * factor;
        var microseconds = interval.Microseconds * factor;
        if (!(Math.Abs(months) <= int.MaxValue && Math.Abs(days) <= int.MaxValue && Math.Abs(microseconds) < long.MaxValue))
        {
            throw new ValueException(SqlStates.DatetimeFieldOverflow, "interval out of range");
        }

        var wholeMonths = Math.Truncate(months);
        var restDays = Rounded((months - wholeMonths) * DaysPerMonth);
        var wholeDays = Math.Truncate(days);
        var fraction = days - wholeDays + (restDays - Math.Truncate(restDays));
        var total = microseconds + (Rounded(fraction) * CalendarTime.MicrosecondsPerDay);
        return new Interval((int)wholeMonths, (int)(wholeDays + Math.Truncate(restDays)), (long)Math.Round(total, MidpointRounding.ToEven));
    }

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

    // what floating point leaves over is no part of a day
    static double Rounded(double value) => Math.Round(value, 12);
}
