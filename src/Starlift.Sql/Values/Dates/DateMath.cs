using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>
/// DATEADD, DATEDIFF, DATE_TRUNC and what counts months (Amazon Redshift: their pages in "Date and time functions"). Times are microseconds since
/// 1970-01-01 00:00:00.
/// </summary>
public static class DateMath
{
    const long Day = CalendarTime.MicrosecondsPerDay;

    /// <summary>A day that the month lacks becomes its last; but of years, the 29th of February becomes the 1st of March.</summary>
    /// <exception cref="ValueException">The result is out of range, or the part can't be added.</exception>
    public static long Add(DatePart part, long count, long time)
    {
        try
        {
            return checked(part switch
            {
                DatePart.Millennium => AddYears(time, count * 1_000),
                DatePart.Century => AddYears(time, count * 100),
                DatePart.Decade => AddYears(time, count * 10),
                DatePart.Year => AddYears(time, count),
                DatePart.Quarter => AddMonths(time, count * 3),
                DatePart.Month => AddMonths(time, count),
                _ => InRange(time + (count * UnitOf(part))),
            });
        }
        catch (OverflowException)
        {
            throw OutOfRange();
        }
    }

    /// <summary>The same day of another month, or its last where it is shorter.</summary>
    public static long AddMonths(long time, long months)
    {
        var (days, timeOfDay) = Split(time);
        var (year, month, day) = CalendarTime.DateOf(days);
        var target = Month(year, month + months);
        return InRange(((CalendarTime.DaysOfMonth(target.Year, target.Month) + Math.Min(day, CalendarTime.DaysIn(target.Year, target.Month)) - 1) * Day) + timeOfDay);
    }

    /// <summary>ADD_MONTHS: as DATEADD, but the last day of a month stays one.</summary>
    public static long AddMonthsKeepingLast(long time, long months)
    {
        var (days, timeOfDay) = Split(time);
        var (year, month, day) = CalendarTime.DateOf(days);
        var target = Month(year, month + months);
        var last = CalendarTime.DaysIn(target.Year, target.Month);
        return InRange(((CalendarTime.DaysOfMonth(target.Year, target.Month) + (day == CalendarTime.DaysIn(year, month) ? last : Math.Min(day, last)) - 1) * Day) + timeOfDay);
    }

    /// <summary>How many boundaries of the part lie between two times; negative where the second is earlier.</summary>
    public static long Difference(DatePart part, long from, long to) => part switch
    {
        DatePart.Millennium or DatePart.Century or DatePart.Decade or DatePart.Year or DatePart.Quarter or DatePart.Month => Index(part, to) - Index(part, from),
        // weeks begin on Sunday here
        DatePart.Week => CalendarTime.FloorDivide(Days(to) + 4, 7) - CalendarTime.FloorDivide(Days(from) + 4, 7),
        _ => CalendarTime.FloorDivide(to, UnitOf(part)) - CalendarTime.FloorDivide(from, UnitOf(part)),
    };

    /// <summary>The beginning of the part in which the time lies: of a week its Monday, of a century its year 1.</summary>
    public static long Truncate(DatePart part, long time)
    {
        var moment = Moment.Of(time);
        return part switch
        {
            DatePart.Millennium => CalendarTime.DaysOfMonth((CalendarTime.FloorDivide(moment.Year - 1, 1_000) * 1_000) + 1, 1) * Day,
            DatePart.Century => CalendarTime.DaysOfMonth((CalendarTime.FloorDivide(moment.Year - 1, 100) * 100) + 1, 1) * Day,
            DatePart.Decade => CalendarTime.DaysOfMonth(CalendarTime.FloorDivide(moment.Year, 10) * 10, 1) * Day,
            DatePart.Year => CalendarTime.DaysOfMonth(moment.Year, 1) * Day,
            DatePart.Quarter => CalendarTime.DaysOfMonth(moment.Year, ((moment.Month - 1) / 3 * 3) + 1) * Day,
            DatePart.Month => CalendarTime.DaysOfMonth(moment.Year, moment.Month) * Day,
            DatePart.Week => (moment.Days - ((moment.DayOfWeek + 6) % 7)) * Day,
            _ => CalendarTime.FloorDivide(time, UnitOf(part)) * UnitOf(part),
        };
    }

    /// <summary>The last day of the month, in days since 1970-01-01.</summary>
    public static int LastDay(long time)
    {
        var (year, month, _) = CalendarTime.DateOf(Days(time));
        return (int)CalendarTime.DaysOfMonth(year, month + 1) - 1;
    }

    /// <summary>The first day after it that is that day of the week.</summary>
    /// <param name="days">Since 1970-01-01.</param>
    /// <exception cref="ValueException">It is no day's name.</exception>
    public static int NextDay(long days, ReadOnlySpan<char> weekday)
    {
        var day = Weekdays.Find(weekday.Trim(' ')) ?? throw new ValueException(SqlStates.InvalidParameterValue, $"\"{weekday}\" is not a day of the week");
        var ahead = (int)((((day - (days + 4)) % 7) + 7) % 7);
        return (int)days + (ahead == 0 ? 7 : ahead);
    }

    /// <summary>Whole months between equal days of the month or two last days; else the days and times between count a 31st each.</summary>
    public static double MonthsBetween(long first, long second)
    {
        var (a, b) = (Moment.Of(first), Moment.Of(second));
        var months = ((a.Year - b.Year) * 12.0) + a.Month - b.Month;
        if (a.Day == b.Day || (IsLastDay(a) && IsLastDay(b)))
        {
            return months;
        }

        var (_, timeA) = Split(first);
        var (_, timeB) = Split(second);
        return months + ((a.Day - b.Day + ((timeA - timeB) / (double)Day)) / 31);
    }

    /// <summary>TIME plus a span: beyond midnight it begins anew.</summary>
    public static long Wrap(long timeOfDay) => timeOfDay - (CalendarTime.FloorDivide(timeOfDay, Day) * Day);

    /// <summary>The microseconds of a part that has always as many.</summary>
    /// <exception cref="ValueException">It has not.</exception>
    public static long UnitOf(DatePart part) => part switch
    {
        DatePart.Week => 7 * Day,
        DatePart.Day or DatePart.DayOfYear or DatePart.DayOfWeek => Day,
        DatePart.Hour => 3_600_000_000,
        DatePart.Minute => 60_000_000,
        DatePart.Second or DatePart.Epoch => 1_000_000,
        DatePart.Millisecond => 1_000,
        DatePart.Microsecond => 1,
        _ => throw new ValueException(SqlStates.FeatureNotSupported, $"the date part {part.ToString().ToLowerInvariant()} is not supported here"),
    };

    static long AddYears(long time, long years)
    {
        var (days, timeOfDay) = Split(time);
        var (year, month, day) = CalendarTime.DateOf(days);
        return InRange(checked(((CalendarTime.DaysOfMonth(checked(year + years), month) + day - 1) * Day) + timeOfDay));
    }

    static (int Year, int Month) Month(long year, long month)
    {
        var months = checked((year * 12) + month - 1);
        var target = CalendarTime.FloorDivide(months, 12);
        return target is < -5_000 or > 300_000 ? throw OutOfRange() : ((int)target, (int)(months - (target * 12)) + 1);
    }

    static long Index(DatePart part, long time)
    {
        var moment = Moment.Of(time);
        return part switch
        {
            DatePart.Millennium => CalendarTime.FloorDivide(moment.Year - 1, 1_000),
            DatePart.Century => CalendarTime.FloorDivide(moment.Year - 1, 100),
            DatePart.Decade => CalendarTime.FloorDivide(moment.Year, 10),
            DatePart.Year => moment.Year,
            DatePart.Quarter => (moment.Year * 4L) + ((moment.Month - 1) / 3),
            _ => (moment.Year * 12L) + moment.Month,
        };
    }

    static bool IsLastDay(in Moment moment) => moment.Day == CalendarTime.DaysIn(moment.Year, moment.Month);

    static long Days(long time) => CalendarTime.FloorDivide(time, Day);

    static (long Days, long TimeOfDay) Split(long time)
    {
        var days = Days(time);
        return (days, time - (days * Day));
    }

    static long InRange(long time) => time is >= CalendarTime.MinMicroseconds and <= CalendarTime.MaxMicroseconds ? time : throw OutOfRange();

    static ValueException OutOfRange() => new(SqlStates.DatetimeFieldOverflow, "timestamp out of range");
}
