namespace Starlift.Sql.Values.Dates;

/// <summary>A date and a time of day, part by part; of an interval its years, months and so on.</summary>
public readonly record struct Moment
{
    /// <summary>Astronomical: 1 BC is 0.</summary>
    public int Year { get; private init; }

    public int Month { get; private init; }

    public int Day { get; private init; }

    /// <summary>Of an interval it may be beyond 23.</summary>
    public long Hour { get; private init; }

    public int Minute { get; private init; }

    public int Second { get; private init; }

    public int Microsecond { get; private init; }

    /// <summary>Since 1970-01-01.</summary>
    public long Days { get; private init; }

    public bool IsInterval { get; private init; }

    /// <param name="microseconds">Since 1970-01-01 00:00:00.</param>
    public static Moment Of(long microseconds)
    {
        var days = CalendarTime.FloorDivide(microseconds, CalendarTime.MicrosecondsPerDay);
        var (year, month, day) = CalendarTime.DateOf(days);
        return Time(microseconds - (days * CalendarTime.MicrosecondsPerDay)) with { Year = year, Month = month, Day = day, Days = days };
    }

    public static Moment Of(Interval interval) => Time(interval.Microseconds) with
    {
        Year = interval.Months / 12, Month = interval.Months % 12, Day = interval.Days, Days = interval.Days, IsInterval = true,
    };

    /// <summary>0 is Sunday.</summary>
    public int DayOfWeek => (int)(((Days % 7) + 11) % 7);

    public int DayOfYear => (int)(Days - CalendarTime.DaysOfMonth(Year, 1)) + 1;

    /// <summary>Weeks begin on Monday; the first of a year has its 4th of January.</summary>
    public (int Year, int Week) IsoWeek
    {
        get
        {
            var thursday = Days - ((DayOfWeek + 6) % 7) + 3;
            var year = CalendarTime.DateOf(thursday).Year;
            return (year, (int)((thursday - CalendarTime.DaysOfMonth(year, 1)) / 7) + 1);
        }
    }

    /// <summary>2000 is of the 20th, 2001 of the 21st; years before Christ count down.</summary>
    public int Century => Year > 0 ? ((Year - 1) / 100) + 1 : -((-Year / 100) + 1);

    static Moment Time(long microseconds)
    {
        var (seconds, rest) = Math.DivRem(microseconds, CalendarTime.MicrosecondsPerSecond);
        return new Moment
        {
            Hour = seconds / 3_600, Minute = (int)(seconds / 60 % 60), Second = (int)(seconds % 60), Microsecond = (int)rest,
        };
    }
}
