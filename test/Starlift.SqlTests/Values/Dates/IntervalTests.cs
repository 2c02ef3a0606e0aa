using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;

namespace Starlift.SqlTests.Values.Dates;

public sealed class IntervalTests
{
    [Theory]
    [InlineData("1 year 2 mons 3 days 04:05:06.789", "1 year 2 mons 3 days 04:05:06.789")]
    [InlineData("7 days, 3 hours, 59 minutes", "7 days 03:59:00")]
    [InlineData("1w, 1h, 1m, 1s", "7 days 01:01:01")]
    [InlineData("0.5 days", "12:00:00")]
    [InlineData("1.5 months", "1 mon 15 days")]
    [InlineData("1.5 years", "1 year 6 mons")]
    [InlineData("50 hours", "50:00:00")]
    [InlineData("5", "00:00:05")]
    [InlineData("-1 year -2 mons +3 days", "-1 years -2 mons +3 days")]
    [InlineData("1 day -2 hours", "1 day -02:00:00")]
    [InlineData("-1 day 2 hours", "-1 days +02:00:00")]
    [InlineData("1.23456789 seconds", "00:00:01.234567")]
    [InlineData("1-2", "1 year 2 mons")]
    [InlineData("-1-2", "-1 years -2 mons")]
    [InlineData("1 2:03:04", "1 day 02:03:04")]
    [InlineData("1 day ago", "-1 days")]
    [InlineData("1 decade 1 century", "110 years")]
    public void Texts_are_read_and_written(string text, string expected) => Assert.Equal(expected, IntervalText.Of(IntervalReader.Read(text)));

    [Theory]
    [InlineData("1-2", "year", "month", null, "1 year 2 mons")]
    [InlineData("1 2:3:4.5678", "day", "second", null, "1 day 02:03:04.5678")]
    [InlineData("23", "month", null, null, "1 year 11 mons")]
    [InlineData("-2", "day", null, null, "-2 days")]
    [InlineData("2:2", "minute", "second", null, "00:02:02")]
    [InlineData("2:2", "hour", "minute", null, "02:02:00")]
    [InlineData("5 HOURS", "hour", null, null, "05:00:00")]
    [InlineData("5 h", "hour", null, null, "05:00:00")]
    [InlineData("1-2", "month", null, null, "1 year 2 mons")]
    [InlineData("1 day 1 hour 1 minute 1.123 seconds", "minute", null, null, "1 day 01:01:00")]
    [InlineData("13 months", "year", null, null, "1 year")]
    [InlineData("13 day 1 hour 1 minute 1.123 seconds", "second", null, null, "13 days 01:01:01.123")]
    [InlineData("1.234567", "second", null, 3, "00:00:01.235")]
    public void Qualifiers_give_the_unit_and_cut(string text, string first, string? last, int? precision, string expected) =>
        Assert.Equal(expected, IntervalText.Of(IntervalReader.Read(text, IntervalBounds.Of(first, last, precision))));

    [Fact]
    public void Months_beside_days_are_refused_or_dropped()
    {
        var refused = Assert.Throws<ValueException>(() => IntervalReader.Read("1 year 1 day", IntervalBounds.Of("day", "second", null)));
        Assert.Contains("Interval Day To Second literal cannot contain year-month parts", refused.Message, StringComparison.Ordinal);
        Assert.Equal(new Interval(0, 1, 0), IntervalReader.Read("1 year 1 day", IntervalBounds.Of("day", "second", null, forbidsComposites: false)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("1 foo")]
    [InlineData("1:2:3:4")]
    [InlineData("1:99")]
    [InlineData("99999999999 years")]
    [InlineData("1-13")]
    public void What_is_no_interval_is_refused(string text) => Assert.Throws<ValueException>(() => IntervalReader.Read(text));

    [Fact]
    public void Hours_become_days_when_parts_are_asked_for() =>
        Assert.Equal(new Interval(0, 2, 7_200_000_000), IntervalMath.Normalize(IntervalReader.Read("50 hours")));
}
