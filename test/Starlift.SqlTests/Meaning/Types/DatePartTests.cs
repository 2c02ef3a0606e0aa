using Starlift.Sql.Meaning.Types;

namespace Starlift.SqlTests.Meaning.Types;

public sealed class DatePartTests
{
    [Theory]
    [InlineData("m", DatePart.Minute)]
    [InlineData("MON", DatePart.Month)]
    [InlineData("c", DatePart.Century)]
    [InlineData("dw", DatePart.DayOfWeek)]
    [InlineData("dy", DatePart.DayOfYear)]
    [InlineData("ms", DatePart.Millisecond)]
    [InlineData("us", DatePart.Microsecond)]
    [InlineData("timezone_hour", DatePart.TimeZoneHour)]
    public void Parts_have_short_names_in_any_case(string name, DatePart part) => Assert.Equal(part, DateParts.Find(name));

    [Theory]
    [InlineData("isodow")]
    [InlineData("julian")]
    [InlineData("")]
    public void Other_words_are_no_parts(string name) => Assert.Null(DateParts.Find(name));
}
