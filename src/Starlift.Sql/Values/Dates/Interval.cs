using System.Runtime.InteropServices;

namespace Starlift.Sql.Values.Dates;

/// <summary>A span of months, days and microseconds, which don't become one another (Amazon Redshift: "Interval data types and literals").</summary>
/// <param name="Months">Of both signs, like the others.</param>
[StructLayout(LayoutKind.Sequential)]
public readonly record struct Interval(int Months, int Days, long Microseconds)
{
    /// <summary>For comparison: a month counts 30 days, a day 24 hours.</summary>
    public Int128 Length => (((Int128)Months * 30) + Days) * CalendarTime.MicrosecondsPerDay + Microseconds;
}
