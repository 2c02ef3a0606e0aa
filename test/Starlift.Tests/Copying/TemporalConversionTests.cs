using CsCheck;
using Starlift.Errors;

namespace Starlift.Tests.Copying;

public sealed class TemporalConversionTests
{
    const string BadDate = "1205 Invalid date format or value [YYYY-MM-DD]";
    const string BadTime = "1206 Invalid timestamp format or value [YYYY-MM-DD HH24:MI:SS]";

    [Theory]
    [InlineData("\"2008-01-31\"", "2008-01-31")]
    [InlineData("\" 2008-01-31 \"", "2008-01-31")]
    [InlineData("\"2008-01-31 14:15:57\"", "2008-01-31")]
    [InlineData("\"2008-02-29\"", "2008-02-29")]
    [InlineData("\"\"", "NULL")]
    [InlineData("null", "NULL")]
    [InlineData("\"2007-02-29\"", BadDate)]
    [InlineData("\"2008-13-01\"", BadDate)]
    [InlineData("\"0000-01-01\"", BadDate)]
    [InlineData("\"31/01/2008\"", BadDate)]
    [InlineData("\"2008-1-1\"", "1205 Invalid Date Format - length must be 10 or more")]
    [InlineData("\"abc\"", "1205 Invalid Date Format - length must be 10 or more")]
    [InlineData("20080131", "1205 Invalid Date Format - length must be 10 or more")]
    [InlineData("1541077528796.0", BadDate)]
    [InlineData("{}", "1205 Invalid Date Format - length must be 10 or more")]
    public void Dates_are_of_the_form_YYYY_MM_DD(string json, string expected) => Assert.Equal(expected, Converted.Of("date", json));

    [Theory]
    [InlineData("timestamp", "\"2009-01-12 14:15:57\"", "2009-01-12 14:15:57")]
    [InlineData("timestamp", "\"2009-01-12 14:15:57.119568\"", "2009-01-12 14:15:57.119568")]
    [InlineData("timestamp", "\"2009-01-12 14:15:57.1\"", "2009-01-12 14:15:57.1")]
    [InlineData("timestamp", "\"1969-12-31 23:59:59.999999\"", "1969-12-31 23:59:59.999999")]
    [InlineData("timestamp", "\"2009-01-12 14:15:57.1195681\"", BadTime)]
    [InlineData("timestamp", "\"2009-01-12\"", BadTime)]
    [InlineData("timestamp", "\"2009-01-12T14:15:57\"", BadTime)]
    [InlineData("timestamp", "\"2009-01-12 14:15:57-08\"", BadTime)]
    [InlineData("timestamp", "\"2009-01-12 24:00:00\"", BadTime)]
    [InlineData("timestamp", "1541077528796", BadTime)]
    [InlineData("timestamptz", "\"2009-01-12 14:15:57\"", "2009-01-12 14:15:57")]
    [InlineData("timestamptz", "\"2009-01-12 14:15:57-8:00\"", "2009-01-12 22:15:57")]
    [InlineData("timestamptz", "\"2009-01-12 14:15:57.5+05:30\"", "2009-01-12 08:45:57.5")]
    [InlineData("timestamptz", "\"2009-01-12 14:15:57 PST\"", "2009-01-12 22:15:57")]
    [InlineData("timestamptz", "\"2009-01-12 14:15:57+99\"", BadTime)]
    public void Timestamps_have_a_default_form(string type, string json, string expected) => Assert.Equal(expected, Converted.Of(type, json));

    [Theory]
    [InlineData("date", "dateformat 'MM/DD/YYYY'", "03/31/2003", "2003-03-31")]
    [InlineData("date", "dateformat 'MON DD, YYYY'", "March 31, 2003", "2003-03-31")]
    [InlineData("date", "dateformat 'MON-DD-YYYY'", "Jan-01-1999", "1999-01-01")]
    [InlineData("date", "dateformat 'YYMMDD'", "030331", "2003-03-31")]
    [InlineData("date", "dateformat 'YY-MM-DD'", "99-03-31", "1999-03-31")]
    [InlineData("date", "dateformat 'DD.MM.YYYY HH:MI'", "31.03.2003 23:59", "2003-03-31")]
    [InlineData("date", "dateformat 'MM/DD/YYYY'", "2003-03-31", "1205 Invalid date format or value [MM/DD/YYYY]")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH:MI:SS'", "03.31.2003 18:45:05", "2003-03-31 18:45:05")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH:MI:SS'", "03.31.2003 18:45:05.123456", "2003-03-31 18:45:05.123456")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH24:MI:SS'", "03.31.2003 18:45:05", "2003-03-31 18:45:05")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH12:MI:SS AM'", "03.31.2003 12:45:05 am", "2003-03-31 00:45:05")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH12:MI:SS AM'", "03.31.2003 12:45:05 PM", "2003-03-31 12:45:05")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH12:MI:SS PM'", "03.31.2003 06:45:05 PM", "2003-03-31 18:45:05")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH12:MI:SS AM'", "03.31.2003 13:45:05 PM", "1206 Invalid timestamp format or value [MM.DD.YYYY HH12:MI:SS AM]")]
    [InlineData("timestamp", "timeformat 'MM.DD.YYYY HH:MI:SS'", "2003-03-31 18:45:05", "1206 Invalid timestamp format or value [MM.DD.YYYY HH:MI:SS]")]
    [InlineData("timestamp", "timeformat 'YYYY-MM-DDTHH:MI:SS'", "2003-03-31T18:45:05", "2003-03-31 18:45:05")]
    public void A_format_of_the_users_own_replaces_the_default(string type, string options, string text, string expected) =>
        Assert.Equal(expected, Converted.Of(type, $"\"{text}\"", options));

    [Fact]
    public void A_format_with_an_unknown_part_fails_before_anything_is_read() => Assert.Contains(
        "'YYYY-QQ-DD' has an unknown part at character 6",
        Assert.Throws<ConfigurationException>(() => Converted.Of("date", "1", "dateformat 'YYYY-QQ-DD'")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("epochsecs", "1541077528", "2018-11-01 13:05:28")]
    [InlineData("epochsecs", "\"1541077528\"", "2018-11-01 13:05:28")]
    [InlineData("epochsecs", "1541077528.25", "2018-11-01 13:05:28.25")]
    [InlineData("epochsecs", "\"1541077528.1234567\"", "2018-11-01 13:05:28.123456")]
    [InlineData("epochsecs", "0.00001", "1970-01-01 00:00:00.00001")]
    [InlineData("epochsecs", "-1", "1969-12-31 23:59:59")]
    [InlineData("epochsecs", "-0.5", "1969-12-31 23:59:59.5")]
    [InlineData("epochsecs", "\"\"", "NULL")]
    [InlineData("epochmillisecs", "1541077528796", "2018-11-01 13:05:28.796")]
    [InlineData("epochmillisecs", "1541077528796.0", "2018-11-01 13:05:28.796")]
    [InlineData("epochmillisecs", "1541077528796.5", "2018-11-01 13:05:28.7965")]
    [InlineData("epochmillisecs", "1000000000000001.5", "microsecond 1000000000000001500")]
    [InlineData("epochmillisecs", "-1", "1969-12-31 23:59:59.999")]
    [InlineData("epochsecs", "9223372036854775807", "1206 Invalid timestamp format or value [epochsecs]")]
    [InlineData("epochsecs", "-9223372036854775808", "1206 Invalid timestamp format or value [epochsecs]")]
    [InlineData("epochsecs", "99999999999999999999999999", "1206 Invalid timestamp format or value [epochsecs]")]
    [InlineData("epochsecs", "1e300", "1206 Invalid timestamp format or value [epochsecs]")]
    [InlineData("epochsecs", "1e999", "1206 Invalid timestamp format or value [epochsecs]")]
    [InlineData("epochsecs", "-211000000000", "1206 Invalid timestamp format or value [epochsecs]")]
    [InlineData("epochsecs", "-210866803200", "microsecond -210866803200000000")]
    [InlineData("epochsecs", "\"2018-11-01 13:05:28\"", "1206 Invalid timestamp format or value [epochsecs]")]
    [InlineData("epochmillisecs", "true", "1206 Invalid timestamp format or value [epochmillisecs]")]
    public void Epochs_count_from_1970(string format, string json, string expected)
    {
        Assert.Equal(expected, Converted.Of("timestamp", json, $"timeformat '{format}'"));
        Assert.Equal(expected, Converted.Of("timestamptz", json, $"timeformat '{format}'"));
    }

    [Fact]
    public void Epochs_leave_dates_alone() => Assert.Equal("2008-01-31", Converted.Of("date", "\"2008-01-31\"", "timeformat 'epochsecs'"));

    [Theory]
    [InlineData("date", "\"abc\"", "NULL")]
    [InlineData("date", "[]", "NULL")]
    [InlineData("timestamp", "\"abc\"", "NULL")]
    [InlineData("timestamptz", "12", "NULL")]
    [InlineData("timestamp", "\"2009-01-12 14:15:57\"", "2009-01-12 14:15:57")]
    [InlineData("date not null", "\"abc\"", "1213 Missing data for not-null field")]
    [InlineData("time", "\"abc\"", "1206 Invalid time format or value [HH24:MI:SS]")]
    [InlineData("int", "\"abc\"", "1207 Invalid digit, Value 'a', Pos 0, Type: Integer")]
    public void ACCEPTANYDATE_loads_NULL_for_what_is_no_date(string type, string json, string expected) =>
        Assert.Equal(expected, Converted.Of(type, json, "dateformat 'auto' acceptanydate"));

    [Theory]
    [InlineData("\"14:15\"", "14:15:00")]
    [InlineData("\"14:15:57\"", "14:15:57")]
    [InlineData("\"14:15:57.119568\"", "14:15:57.119568")]
    [InlineData("\"24:00\"", "1206 Invalid time format or value [HH24:MI:SS]")]
    [InlineData("\"4:15\"", "1206 Invalid time format or value [HH24:MI:SS]")]
    [InlineData("\"14:15:57Z\"", "1206 Invalid time format or value [HH24:MI:SS]")]
    [InlineData("\"\"", "NULL")]
    public void Times_are_of_the_form_HH_MI_SS(string json, string expected) => Assert.Equal(expected, Converted.Of("time", json));

    [Fact]
    public void Every_timestamp_comes_back() =>
        Gen.Long[-62_135_596_800_000_000, 253_402_300_799_999_999].Sample(microseconds =>
        {
            var text = DateText.OfTimestamp(microseconds);
            Assert.Equal(text, Converted.Of("timestamp", $"\"{text}\""));
            Assert.Equal(text, Converted.Of("timestamp", $"\"{text}\"", "timeformat 'auto'"));
            Assert.Equal(text, Converted.Of("timestamptz", $"\"{text}+00\""));
            Assert.Equal(text[..10], Converted.Of("date", $"\"{text}\""));
        });
}
