using System.Globalization;
using System.Text;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;

namespace Starlift.SqlTests.Values.Dates;

public sealed class DateTimeTextTests
{
    // 2020-02-29 12:34:56
    const long Now = 1_582_979_696_000_000;

    [Theory]
    [InlineData("January 8, 1999", "1999-01-08")]
    [InlineData("Jan 8, 1999", "1999-01-08")]
    [InlineData("1999-01-08", "1999-01-08")]
    [InlineData("1/8/1999", "1999-01-08")]
    [InlineData("01/02/00", "2000-01-02")]
    [InlineData("12-31-2008", "2008-12-31")]
    [InlineData("2000-Jan-31", "2000-01-31")]
    [InlineData("Jan-31-2000", "2000-01-31")]
    [InlineData("31-Jan-2000", "2000-01-31")]
    [InlineData("20080215", "2008-02-15")]
    [InlineData("080215", "2008-02-15")]
    [InlineData("2008.366", "2008-12-31")]
    [InlineData("Jun 1,2008", "2008-06-01")]
    [InlineData("2008-02-18 02:36:48", "2008-02-18")]
    [InlineData(" 2008-02-18 ", "2008-02-18")]
    [InlineData("17.12.1997", "1997-12-17")]
    [InlineData("today", "2020-02-29")]
    [InlineData("Tomorrow", "2020-03-01")]
    [InlineData("yesterday", "2020-02-28")]
    [InlineData("now", "2020-02-29")]
    [InlineData("epoch", "1970-01-01")]
    public void Dates_are_read_in_every_documented_form(string text, string expected) =>
        Assert.Equal(expected, Written(DateTimeText.Date(Bytes(text), Now) * CalendarTime.MicrosecondsPerDay)[..10]);

    [Theory]
    [InlineData("20080215 04:05:06.789", "2008-02-15 04:05:06.789000")]
    [InlineData("20080215 04:05", "2008-02-15 04:05:00.000000")]
    [InlineData("20080215 040506", "2008-02-15 04:05:06.000000")]
    [InlineData("20080215 04:05 PM", "2008-02-15 16:05:00.000000")]
    [InlineData("20080215", "2008-02-15 00:00:00.000000")]
    [InlineData("Jun 1,2008  09:59:59 EST", "2008-06-01 09:59:59.000000")]
    [InlineData("2020-01-31T10:11:12.5Z", "2020-01-31 10:11:12.500000")]
    [InlineData("2020-01-31 24:00:00", "2020-02-01 00:00:00.000000")]
    [InlineData("2020-01-31 10:11:12.1234567", "2020-01-31 10:11:12.123457")]
    [InlineData("now", "2020-02-29 12:34:56.000000")]
    public void Timestamps_are_read_and_their_zone_is_ignored(string text, string expected) => Assert.Equal(expected, Written(DateTimeText.Timestamp(Bytes(text), Now)));

    [Theory]
    [InlineData("17 Dec 07:37:16 1997 PST", "1997-12-17 15:37:16")]
    [InlineData("12/17/1997 07:37:16.00 US/Pacific", "1997-12-17 15:37:16")]
    [InlineData("17.12.1997 07:37:16.00 PST", "1997-12-17 15:37:16")]
    [InlineData("1997-12-17 07:37:16-08", "1997-12-17 15:37:16")]
    [InlineData("2020-01-31 10:11:12+02:30", "2020-01-31 07:41:12")]
    [InlineData("2020-07-01 10:00:00", "2020-07-01 08:00:00")]
    [InlineData("epoch", "1970-01-01 00:00:00")]
    public void Zones_are_applied_and_else_the_session_s(string text, string expected) =>
        Assert.Equal(expected, Written(DateTimeText.TimestampTz(Bytes(text), Now, ZoneNames.Get("Europe/Berlin")))[..19]);

    [Theory]
    [InlineData("04:05:06.789", "04:05:06.789000")]
    [InlineData("04:05", "04:05:00.000000")]
    [InlineData("040506", "04:05:06.000000")]
    [InlineData("04:05 AM", "04:05:00.000000")]
    [InlineData("04:05 PM", "16:05:00.000000")]
    [InlineData("12:30 am", "00:30:00.000000")]
    [InlineData("18:25:33.123456 EST", "18:25:33.123456")]
    [InlineData("2020-01-31 10:11:12", "10:11:12.000000")]
    public void Times_are_read(string text, string expected) => Assert.Equal(expected, Written(DateTimeText.Time(Bytes(text), Now))[11..]);

    [Theory]
    [InlineData("07:37:16 PDT", 27_436, -25_200)]
    [InlineData("20:00:00 PST", 72_000, -28_800)]
    [InlineData("10:00+05:30", 36_000, 19_800)]
    public void Times_with_a_zone_keep_it(string text, long seconds, int offset) =>
        Assert.Equal((seconds * 1_000_000, offset), DateTimeText.TimeTz(Bytes(text), Now, Zone.Utc));

    [Theory]
    [InlineData("2001-06-31", "out of range")]
    [InlineData("2001-06-30 25:00:00", "out of range")]
    [InlineData("13:05 PM", "out of range")]
    [InlineData("abc", "invalid input syntax for type timestamp: \"abc\"")]
    [InlineData("", "invalid input syntax")]
    [InlineData("12", "invalid input syntax")]
    [InlineData("10:11:12", "invalid input syntax")]
    public void What_is_no_timestamp_is_told(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ValueException>(() => text.StartsWith("13", StringComparison.Ordinal) ? DateTimeText.Time(Bytes(text), Now) : DateTimeText.Timestamp(Bytes(text), Now)).Message, StringComparison.Ordinal);

    static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    static string Written(long microseconds) => DateTime.UnixEpoch.AddTicks(microseconds * 10).ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
}
