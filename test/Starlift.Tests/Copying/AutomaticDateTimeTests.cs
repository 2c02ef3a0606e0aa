using System.Text;
using CsCheck;
using Starlift.Sql.Values.Dates;

namespace Starlift.Tests.Copying;

public sealed class AutomaticDateTimeTests
{
    static readonly string[] Fragments =
    [
        "2019", "-", "02", "11", "/", ".", " ", "T", "05", ":", "12.195", "Z", "J2451187", "Jan", "January", "BC", "am", "PM", "PST", "+", "+05:30", "-08", "1996.008",
        "19960108", "040809", "960108", "Europe/Paris", "/dev/zero", "Europe/", "//", "posix/Europe/Paris", "99999999999999999999", "é", ",", "0", "1", "12", "31", "366", "000",
        "19960108040809", "-13", "\t",
    ];

    [Theory]
    [InlineData("2019-02-11T05:09:12.195Z", "2019-02-11 05:09:12.195", "2019-02-11 05:09:12.195")]
    [InlineData("J2451187", "1999-01-08 00:00:00", "1999-01-08 00:00:00")]
    [InlineData("Jan-08-95 BC", "microsecond -65132985600000000", "microsecond -65132985600000000")]
    [InlineData("19960108 040809", "1996-01-08 04:08:09", "1996-01-08 04:08:09")]
    [InlineData("960108 040809", "1996-01-08 04:08:09", "1996-01-08 04:08:09")]
    [InlineData("1996.008", "1996-01-08 00:00:00", "1996-01-08 00:00:00")]
    [InlineData("1996-01-08 04:05:06.789", "1996-01-08 04:05:06.789", "1996-01-08 04:05:06.789")]
    [InlineData("17 Dec 07:37:16 1997 PST", "1997-12-17 07:37:16", "1997-12-17 15:37:16")]
    [InlineData("12/17/1997 07:37:16.00 PST", "1997-12-17 07:37:16", "1997-12-17 15:37:16")]
    [InlineData("1997-12-17 07:37:16-08", "1997-12-17 07:37:16", "1997-12-17 15:37:16")]
    [InlineData("12.17.1997 07:37:16.00 PST", "1997-12-17 07:37:16", "1997-12-17 15:37:16")]
    [InlineData("03/31/2003", "2003-03-31 00:00:00", "2003-03-31 00:00:00")]
    [InlineData("March 31, 2003", "2003-03-31 00:00:00", "2003-03-31 00:00:00")]
    [InlineData("03.31.2003 18:45:05.123456", "2003-03-31 18:45:05.123456", "2003-03-31 18:45:05.123456")]
    [InlineData("Jan-01-1999", "1999-01-01 00:00:00", "1999-01-01 00:00:00")]
    [InlineData("2008-02-29", "2008-02-29 00:00:00", "2008-02-29 00:00:00")]
    [InlineData("17-Dec-1997", "1997-12-17 00:00:00", "1997-12-17 00:00:00")]
    [InlineData("1997-12-17 07:37:16 AM", "1997-12-17 07:37:16", "1997-12-17 07:37:16")]
    [InlineData("1997-12-17 07:37 PM", "1997-12-17 19:37:00", "1997-12-17 19:37:00")]
    [InlineData("1997-12-17 07:37:16+0530", "1997-12-17 07:37:16", "1997-12-17 02:07:16")]
    [InlineData("1997-07-17 07:37:16 Europe/Paris", "1997-07-17 07:37:16", "1997-07-17 05:37:16")]
    [InlineData("19970717T073716", "1997-07-17 07:37:16", "1997-07-17 07:37:16")]
    [InlineData("19970717073716", "1997-07-17 07:37:16", "1997-07-17 07:37:16")]
    [InlineData("December 17 1997", "1997-12-17 00:00:00", "1997-12-17 00:00:00")]
    public void Every_form_of_the_page_is_taken(string text, string withoutZone, string withZone)
    {
        Assert.Equal(withoutZone, Converted.Of("timestamp", $"\"{text}\"", "timeformat 'auto'"));
        Assert.Equal(withZone, Converted.Of("timestamptz", $"\"{text}\"", "timeformat 'auto'"));
    }

    [Theory]
    [InlineData("2019-02-11T05:09:12.195Z", "2019-02-11")]
    [InlineData("17 Dec 07:37:16 1997 PST", "1997-12-17")]
    [InlineData("J2451187", "1999-01-08")]
    [InlineData("Jan-08-95 BC", "day -753854")]
    [InlineData("1996.008", "1996-01-08")]
    public void Dates_drop_the_time_of_day(string text, string expected) => Assert.Equal(expected, Converted.Of("date", $"\"{text}\"", "dateformat 'auto'"));

    [Theory]
    [InlineData("1541077528796")]
    [InlineData("1541077528")]
    [InlineData("07:37:16")]
    [InlineData("abc")]
    [InlineData("Jan")]
    [InlineData("1997-02-30")]
    [InlineData("1997-12-17 25:00:00")]
    [InlineData("1997-12-17 07:37:16 XYZ")]
    [InlineData("1997-12-17 07:37:16 Nowhere/City")]
    [InlineData("1997-12-17 07:37:16 /dev/zero")]
    [InlineData("1997-12-17 07:37:16 Europe/")]
    [InlineData("1997-12-17 07:37:16.1234567")]
    [InlineData("1997-12-17 1998-01-01")]
    [InlineData("1997.367")]
    [InlineData("J99999999999999")]
    [InlineData("-")]
    [InlineData("+05")]
    [InlineData("12/17")]
    public void What_is_no_date_is_not_guessed(string text) =>
        Assert.Equal("1206 Invalid timestamp format or value [auto]", Converted.Of("timestamp", $"\"{text}\"", "timeformat 'auto'"));

    [Fact]
    public void No_text_whatever_breaks_the_recognition() => Pick.From(Fragments).Array[0, 12].Select(string.Concat).Sample(
        text =>
        {
            if (AutomaticDateTime.TryRead(Encoding.UTF8.GetBytes(text), out var fields))
            {
                fields.TryGetTimestamp(true, out _);
                fields.TryGetDays(out _);
            }
        },
        iter: Fuzzing.Repeats(3_000));
}
