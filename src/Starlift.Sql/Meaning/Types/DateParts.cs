using System.Collections.Frozen;

namespace Starlift.Sql.Meaning.Types;

/// <summary>Names of date parts (Amazon Redshift: "Date parts for date or timestamp functions").</summary>
public static class DateParts
{
    static readonly FrozenDictionary<string, DatePart> ByName = Names().ToFrozenDictionary();

    /// <summary>The part of that name, in any case; null where Redshift knows none.</summary>
    public static DatePart? Find(string name) => ByName.TryGetValue(name.ToLowerInvariant(), out var part) ? part : null;

    static Dictionary<string, DatePart> Names()
    {
        var names = new Dictionary<string, DatePart>();
        void Add(DatePart part, string spellings)
        {
            foreach (var spelling in spellings.Split(' '))
            {
                names.Add(spelling, part);
            }
        }

        Add(DatePart.Millennium, "millennium millennia mil mils");
        Add(DatePart.Century, "century centuries c cent cents");
        Add(DatePart.Decade, "decade decades dec decs");
        Add(DatePart.Year, "year years y yr yrs");
        Add(DatePart.Quarter, "quarter quarters qtr qtrs");
        Add(DatePart.Month, "month months mon mons");
        Add(DatePart.Week, "week weeks w");
        Add(DatePart.DayOfWeek, "dayofweek dow dw weekday");
        Add(DatePart.DayOfYear, "dayofyear doy dy yearday");
        Add(DatePart.Day, "day days d");
        Add(DatePart.Hour, "hour hours h hr hrs");
        Add(DatePart.Minute, "minute minutes m min mins");
        Add(DatePart.Second, "second seconds s sec secs");
        Add(DatePart.Millisecond, "millisecond milliseconds ms msec msecs msecond mseconds millisec millisecs millisecon");
        Add(DatePart.Microsecond, "microsecond microseconds microsec microsecs usecond useconds us usec usecs");
        Add(DatePart.Epoch, "epoch");
        Add(DatePart.TimeZone, "timezone");
        Add(DatePart.TimeZoneHour, "timezone_hour");
        Add(DatePart.TimeZoneMinute, "timezone_minute");
        return names;
    }
}
