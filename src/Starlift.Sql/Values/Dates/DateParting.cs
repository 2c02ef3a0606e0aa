using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Text;

namespace Starlift.Sql.Values.Dates;

/// <summary>EXTRACT and DATE_PART (Amazon Redshift: "EXTRACT function", "DATE_PART function", "Date parts for date or timestamp functions").</summary>
public static class DateParting
{
    /// <summary>EXTRACT gives each part alone: milliseconds without the seconds.</summary>
    /// <exception cref="ValueException">The value has no such part.</exception>
    public static double Extract(DatePart part, in Moment moment) => part switch
    {
        DatePart.Millennium => moment.IsInterval ? moment.Year / 1_000 : CalendarTime.FloorDivide(moment.Year + 999, 1_000),
        DatePart.Century => moment.IsInterval ? moment.Year / 100 : moment.Century,
        DatePart.Decade => moment.IsInterval ? moment.Year / 10 : CalendarTime.FloorDivide(moment.Year, 10) + 1,
        DatePart.Year => moment.Year,
        DatePart.Quarter => moment.IsInterval ? (moment.Month / 3) + 1 : (moment.Month + 2) / 3,
        DatePart.Month => moment.Month,
        DatePart.Week when !moment.IsInterval => moment.IsoWeek.Week,
        DatePart.DayOfWeek when !moment.IsInterval => moment.DayOfWeek,
        DatePart.DayOfYear when !moment.IsInterval => moment.DayOfYear,
        DatePart.Day => moment.Day,
        DatePart.Hour => moment.Hour,
        DatePart.Minute => moment.Minute,
        DatePart.Second => moment.Second,
        DatePart.Millisecond => moment.Microsecond / 1_000,
        DatePart.Microsecond => moment.Microsecond,
        _ => throw new ValueException(SqlStates.FeatureNotSupported, $"the date part {part.ToString().ToLowerInvariant()} is not supported here"),
    };
}
