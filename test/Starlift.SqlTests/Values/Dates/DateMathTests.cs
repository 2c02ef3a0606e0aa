using System.Globalization;
using Starlift.Sql.Meaning.Types;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;

namespace Starlift.SqlTests.Values.Dates;

public sealed class DateMathTests
{
    [Theory]
    [InlineData(DatePart.Month, 1, "2020-01-31", "2020-02-29")]
    [InlineData(DatePart.Month, 1, "2008-04-30", "2008-05-30")]
    [InlineData(DatePart.Month, 12, "2016-02-29", "2017-02-28")]
    [InlineData(DatePart.Year, 1, "2016-02-29", "2017-03-01")]
    [InlineData(DatePart.Year, 4, "2016-02-29", "2020-02-29")]
    [InlineData(DatePart.Decade, -1, "2020-05-01", "2010-05-01")]
    [InlineData(DatePart.Quarter, -1, "2020-05-31", "2020-02-29")]
    [InlineData(DatePart.Week, 2, "2020-02-20", "2020-03-05")]
    [InlineData(DatePart.Hour, 36, "2020-02-28", "2020-02-29 12:00")]
    public void Dates_are_added(DatePart part, long count, string date, string expected) => Assert.Equal(Of(expected), DateMath.Add(part, count, Of(date)));

    [Fact]
    public void What_is_out_of_range_is_refused()
    {
        Assert.Throws<ValueException>(() => DateMath.Add(DatePart.Year, 1_000_000, 0));
        Assert.Throws<ValueException>(() => DateMath.Add(DatePart.Month, long.MaxValue, 0));
        Assert.Throws<ValueException>(() => DateMath.Add(DatePart.Day, long.MaxValue, 0));
    }

    [Theory]
    [InlineData(DatePart.Month, "2020-01-31", "2020-02-01", 1)]
    [InlineData(DatePart.Quarter, "2020-01-01", "2020-07-01", 2)]
    [InlineData(DatePart.Week, "2020-01-03", "2020-01-06", 1)]
    [InlineData(DatePart.Week, "2020-01-06", "2020-01-11", 0)]
    [InlineData(DatePart.Week, "2019-12-31", "2019-12-27", -1)]
    [InlineData(DatePart.Century, "1999-12-31", "2001-01-01", 1)]
    [InlineData(DatePart.Day, "2020-01-01 23:59:59", "2020-01-02", 1)]
    [InlineData(DatePart.Hour, "2020-01-01 11:00", "2020-01-01 10:59:59", -1)]
    [InlineData(DatePart.Day, "1969-12-31 23:00", "1970-01-01", 1)]
    public void Boundaries_are_counted(DatePart part, string from, string to, long expected) => Assert.Equal(expected, DateMath.Difference(part, Of(from), Of(to)));

    [Theory]
    [InlineData(DatePart.Week, "2008-09-07 23:00", "2008-09-01")]
    [InlineData(DatePart.Century, "2000-05-05", "1901-01-01")]
    [InlineData(DatePart.Millennium, "2001-05-05", "2001-01-01")]
    [InlineData(DatePart.Decade, "2009-05-05", "2000-01-01")]
    [InlineData(DatePart.Quarter, "2020-06-30", "2020-04-01")]
    [InlineData(DatePart.Minute, "1969-12-31 23:59:59", "1969-12-31 23:59")]
    public void Times_are_cut(DatePart part, string date, string expected) => Assert.Equal(Of(expected), DateMath.Truncate(part, Of(date)));

    [Theory]
    [InlineData("2004-02-29 10:00", "2004-02-29")]
    [InlineData("1969-12-31", "1969-12-31")]
    public void The_last_day_is_the_month_s(string date, string expected) => Assert.Equal(Of(expected), DateMath.LastDay(Of(date)) * CalendarTime.MicrosecondsPerDay);

    [Theory]
    [InlineData("2014-08-20", "Tuesday", "2014-08-26")]
    [InlineData("2014-08-20", "We", "2014-08-27")]
    [InlineData("2014-08-20", "th", "2014-08-21")]
    [InlineData("1969-12-31", "Th", "1970-01-01")]
    public void The_next_day_is_later(string date, string weekday, string expected) =>
        Assert.Equal(Of(expected), DateMath.NextDay(Of(date) / CalendarTime.MicrosecondsPerDay, weekday) * CalendarTime.MicrosecondsPerDay);

    [Fact]
    public void A_day_that_is_none_is_refused() => Assert.Throws<ValueException>(() => DateMath.NextDay(0, "Noday"));

    [Theory]
    [InlineData("2008-04-30", 1, "2008-05-31")]
    [InlineData("2008-02-29", 12, "2009-02-28")]
    [InlineData("2008-01-30 10:00", 1, "2008-02-29 10:00")]
    public void The_last_day_stays_one_by_ADD_MONTHS(string date, long months, string expected) => Assert.Equal(Of(expected), DateMath.AddMonthsKeepingLast(Of(date), months));

    [Theory]
    [InlineData("1969-01-18", "1969-03-18", -2.0)]
    [InlineData("2019-03-31", "2019-02-28", 1.0)]
    [InlineData("2020-01-02 12:00", "2020-01-01", 0.04838709677419355)]
    public void Months_between_count_days_a_31st(string first, string second, double expected) => Assert.Equal(expected, DateMath.MonthsBetween(Of(first), Of(second)), 1e-12);

    [Theory]
    [InlineData(DatePart.Decade, "1999-01-01", 200)]
    [InlineData(DatePart.Decade, "2000-01-01", 201)]
    [InlineData(DatePart.Century, "2000-01-01", 20)]
    [InlineData(DatePart.Millennium, "2001-01-01", 3)]
    [InlineData(DatePart.Week, "2021-01-01", 53)]
    [InlineData(DatePart.Week, "2018-12-31", 1)]
    [InlineData(DatePart.DayOfWeek, "2020-03-01", 0)]
    [InlineData(DatePart.Millisecond, "2020-03-01 10:00:06.789", 789)]
    public void Parts_stand_alone(DatePart part, string date, double expected) => Assert.Equal(expected, DateParting.Extract(part, Moment.Of(Of(date))));

    static long Of(string date) => (DateTime.Parse(date, CultureInfo.InvariantCulture).Ticks - DateTime.UnixEpoch.Ticks) / 10;
}
