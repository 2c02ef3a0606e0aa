using System.Globalization;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;

namespace Starlift.SqlTests.Values.Dates;

public sealed class DateFormatReaderTests
{
    [Theory]
    [InlineData("02 Oct 2001", "DD Mon YYYY", "2001-10-02 00:00:00")]
    [InlineData("20010631", "YYYYMMDD", "2001-07-01 00:00:00")]
    [InlineData("2021-02-29", "YYYY-MM-DD", "2021-03-01 00:00:00")]
    [InlineData("2017", "YYYY", "2017-01-01 00:00:00")]
    [InlineData("2011-12-18 24:38:15", "YYYY-MM-DD HH24:MI:SS", "2011-12-19 00:38:15")]
    [InlineData("2021-04-05 19:27:53.281812", "YYYY-MM-DD HH24:MI:SS", "2021-04-05 19:27:53")]
    [InlineData("2020-02-03 04:05:06 PM", "YYYY-MM-DD HH12:MI:SS PM", "2020-02-03 16:05:06")]
    [InlineData("03feb20", "DDMONYY", "2020-02-03 00:00:00")]
    [InlineData("05 december 1999", "DD MONTH YYYY", "1999-12-05 00:00:00")]
    [InlineData("2020 366", "YYYY DDD", "2020-12-31 00:00:00")]
    [InlineData("2455197", "J", "2009-12-31 00:00:00")]
    [InlineData("2020-53-5", "IYYY-IW-ID", "2021-01-01 00:00:00")]
    [InlineData("12/1/2020", "MM/DD/YYYY", "2020-12-01 00:00:00")]
    [InlineData("1,999-03", "Y,YYY-MM", "1999-03-01 00:00:00")]
    [InlineData("2020-13-01", "YYYY-MM-DD", "2021-01-01 00:00:00")]
    [InlineData("12:30:15.250", "HH24:MI:SS.MS", "12:30:15.25")]
    public void Texts_are_read_and_what_is_too_much_carries_over(string text, string format, string expected)
    {
        var time = DateTime.UnixEpoch.AddTicks(Math.Max(0, DateFormatReader.Read(expected[2] == ':' ? $"1970 {text}" : text, DateFormat.Parse(expected[2] == ':' ? $"YYYY {format}" : format), false)) * 10);
        Assert.Contains(expected, time.ToString("yyyy-MM-dd HH:mm:ss.ff", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("20010631", "YYYYMMDD", "date/time field date value out of range: 2001-6-31")]
    [InlineData("2011-12-18 24:38:15", "YYYY-MM-DD HH24:MI:SS", "date/time field time value out of range: 24:38:15.0")]
    public void Strict_reading_refuses_what_is_out_of_range(string text, string format, string message) =>
        Assert.Equal(message, Assert.Throws<ValueException>(() => DateFormatReader.Read(text, DateFormat.Parse(format), true)).Message);

    [Theory]
    [InlineData("abc", "YYYY-MM-DD")]
    [InlineData("2020-xx-01", "YYYY-MM-DD")]
    [InlineData("2020 Foo", "YYYY Mon")]
    [InlineData("2020-01-01 +00", "YYYY-MM-DD OF")]
    public void What_does_not_fit_is_refused(string text, string format) =>
        Assert.Throws<ValueException>(() => DateFormatReader.Read(text, DateFormat.Parse(format), false));

    [Fact]
    public void An_empty_text_is_the_first_day_of_1_BC() => Assert.Equal(-719_528, DateFormatReader.Read("", DateFormat.Parse("YYYY"), false) / CalendarTime.MicrosecondsPerDay);
}
