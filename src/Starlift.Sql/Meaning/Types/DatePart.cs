namespace Starlift.Sql.Meaning.Types;

/// <summary>Parts of a date or a time.</summary>
public enum DatePart : byte
{
    Millennium,
    Century,
    Decade,
    Year,
    Quarter,
    Month,
    Week,

    /// <summary>0 is Sunday.</summary>
    DayOfWeek,
    DayOfYear,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
    Microsecond,

    /// <summary>Seconds since 1970-01-01 00:00:00.</summary>
    Epoch,
    TimeZone,
    TimeZoneHour,
    TimeZoneMinute,
}
