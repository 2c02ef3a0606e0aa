using CsCheck;
using Starlift.Sql.Values.Dates;

namespace Starlift.SqlTests.Values.Dates;

public sealed class CalendarTimeTests
{
    [Fact]
    public void Days_agree_with_the_calendar_of_the_runtime() => Gen.Int[-719_162, 2_932_896].Sample(expected =>
    {
        var date = DateTime.UnixEpoch.AddDays(expected);
        Assert.True(CalendarTime.TryGetDays(date.Year, date.Month, date.Day, out var days));
        Assert.Equal(expected, days);
        Assert.True(CalendarTime.TryGetDaysOfYear(date.Year, date.DayOfYear, out days));
        Assert.Equal(expected, days);
    });

    [Theory]
    [InlineData(1900, 2, 29, false)]
    [InlineData(2000, 2, 29, true)]
    [InlineData(2001, 4, 31, false)]
    [InlineData(2001, 0, 1, false)]
    [InlineData(2001, 13, 1, false)]
    [InlineData(2001, 1, 0, false)]
    [InlineData(-4712, 1, 1, true)]
    [InlineData(-4713, 12, 31, false)]
    [InlineData(294_276, 12, 31, true)]
    [InlineData(294_277, 1, 1, false)]
    [InlineData(int.MaxValue, 1, 1, false)]
    [InlineData(int.MinValue, 1, 1, false)]
    public void Days_exist_or_not(int year, int month, int day, bool exists) => Assert.Equal(exists, CalendarTime.TryGetDays(year, month, day, out _));

    [Fact]
    public void Julian_days_count_from_the_same_day()
    {
        Assert.True(CalendarTime.TryGetDaysOfJulian(2_440_588, out var days));
        Assert.Equal(0, days);
        Assert.False(CalendarTime.TryGetDaysOfJulian(-1, out _));
        Assert.False(CalendarTime.TryGetDaysOfJulian(long.MaxValue, out _));
    }

    [Theory]
    [InlineData(69, 2069)]
    [InlineData(70, 1970)]
    [InlineData(0, 2000)]
    public void Two_digits_are_of_the_nearest_century(int written, int year) => Assert.Equal(year, CalendarTime.FullYear(written));
}
