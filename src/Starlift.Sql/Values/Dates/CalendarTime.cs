namespace Starlift.Sql.Values.Dates;

/// <summary>The proleptic Gregorian calendar over Redshift's range, 4713 BC to 294276 AD (Amazon Redshift: "Datetime types").</summary>
public static class CalendarTime
{
    public const long MicrosecondsPerSecond = 1_000_000;
    public const long MicrosecondsPerDay = 86_400 * MicrosecondsPerSecond;

    /// <summary>The end of the year 294246: what 64 bits of microseconds since 1970 hold in whole years.</summary>
    public const long MaxMicroseconds = (106_751_982 * MicrosecondsPerDay) - 1;

    /// <summary>Julian day 0, in the November of 4714 BC by this calendar.</summary>
    public const long MinMicroseconds = -JulianDayOfEpoch * MicrosecondsPerDay;
    const int MinYear = -4712;
    const int MaxYear = 294_276;

    /// <summary>The day on which Julian day numbers and 1970-01-01 meet.</summary>
    public const long JulianDayOfEpoch = 2_440_588;

    /// <param name="year">Astronomical: 1 BC is 0.</param>
    /// <param name="month">1 to 12, or the date is refused.</param>
    /// <param name="day">1 to the month's last, or the date is refused.</param>
    /// <param name="days">Since 1970-01-01.</param>
    public static bool TryGetDays(int year, int month, int day, out int days)
    {
        days = 0;
        if (year is < MinYear or > MaxYear || month is < 1 or > 12 || day < 1 || day > DaysIn(year, month))
        {
            return false;
        }

        // Years begin in March here, so that the leap day is a year's last.
        var shifted = month <= 2 ? year - 1 : year;
        var era = Math.DivRem(shifted, 400, out var yearOfEra);
        if (yearOfEra < 0)
        {
            yearOfEra += 400;
            era--;
        }

        var dayOfYear = (((153 * ((month + 9) % 12)) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        days = (era * 146_097) + dayOfEra - 719_468;
        return true;
    }

    /// <summary>The first day of a month, which may be any number: 13 is the January of the next year.</summary>
    public static long DaysOfMonth(long year, long month)
    {
        var months = (year * 12) + month - 1;
        year = FloorDivide(months, 12);
        month = months - (year * 12) + 1;
        var shifted = month <= 2 ? year - 1 : year;
        var era = FloorDivide(shifted, 400);
        var yearOfEra = shifted - (era * 400);
        var dayOfYear = ((153 * ((month + 9) % 12)) + 2) / 5;
        return (era * 146_097) + (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear - 719_468;
    }

    /// <summary>The date of a day.</summary>
    /// <param name="days">Since 1970-01-01.</param>
    public static (int Year, int Month, int Day) DateOf(long days)
    {
        days += 719_468;
        var era = FloorDivide(days, 146_097);
        var dayOfEra = days - (era * 146_097);
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var shifted = ((5 * dayOfYear) + 2) / 153;
        var month = shifted < 10 ? shifted + 3 : shifted - 9;
        return ((int)(yearOfEra + (era * 400) + (month <= 2 ? 1 : 0)), (int)month, (int)(dayOfYear - (((153 * shifted) + 2) / 5) + 1));
    }

    /// <summary>Rounds towards the past, also before 1970.</summary>
    public static long FloorDivide(long value, long by)
    {
        var quotient = Math.DivRem(value, by, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }

    public static bool TryGetDaysOfJulian(long julianDay, out int days)
    {
        var since = julianDay - JulianDayOfEpoch;
        days = (int)since;
        return julianDay >= 0 && since <= 106_751_991;
    }

    /// <param name="year">Astronomical.</param>
    /// <param name="dayOfYear">1 to 365 or 366.</param>
    /// <param name="days">Since 1970-01-01.</param>
    public static bool TryGetDaysOfYear(int year, int dayOfYear, out int days)
    {
        if (dayOfYear < 1 || dayOfYear > (IsLeap(year) ? 366 : 365) || !TryGetDays(year, 1, 1, out days))
        {
            days = 0;
            return false;
        }

        days += dayOfYear - 1;
        return true;
    }

    /// <summary>Of two digits: 70 to 99 are of the last century, 00 to 69 of this one.</summary>
    public static int FullYear(int twoDigits) => twoDigits + (twoDigits >= 70 ? 1900 : 2000);

    public static int DaysIn(int year, int month) => month switch
    {
        2 => IsLeap(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static bool IsLeap(int year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}
