using System.Text;
using CsCheck;
using Starlift.Copying;

namespace Starlift.Tests.Copying;

public sealed class DateTimeFormatTests
{
    [Theory]
    [InlineData("yyyy-mm-dd", "2003-03-31")]
    [InlineData("MON DD YYYY", "MARCH 31 2003")]
    [InlineData("MON DD YYYY", "mar 31 2003")]
    [InlineData("DD-MON-YY", "31-Mar-03")]
    [InlineData("YYYYMMDD", "20030331")]
    public void Parts_are_read_in_their_order(string format, string text)
    {
        Assert.True(DateTimeFormat.Parse(format).TryRead(Encoding.UTF8.GetBytes(text), partial: false, out var fields));
        Assert.Equal((2003, 3, 31), (fields.Year, fields.Month, fields.Day));
    }

    [Theory]
    [InlineData("YYYY-MM-DD", "2003-3-31")]
    [InlineData("YYYY-MM-DD", "2003-03-31x")]
    [InlineData("YYYY-MM-DD", "2003-03-3")]
    [InlineData("YYYY-MM-DD", "")]
    [InlineData("MON DD YYYY", "Mer 31 2003")]
    [InlineData("HH12", "13")]
    [InlineData("HH12", "00")]
    public void Numbers_have_as_many_digits_as_their_part_has_letters(string format, string text) =>
        Assert.False(DateTimeFormat.Parse(format).TryRead(Encoding.UTF8.GetBytes(text), partial: false, out _));

    [Fact]
    public void Text_behind_a_date_is_a_time() => Assert.Equal(
        [true, true, false],
        new[] { "2003-03-31 10:00", "2003-03-31T10:00", "2003-03-312" }
            .Select(text => DateTimeFormat.Date.TryRead(Encoding.UTF8.GetBytes(text), partial: true, out _)));

    [Fact]
    public void No_format_and_no_text_break_it() => Gen.Select(Gen.String[0, 20], Gen.String[0, 30]).Sample((format, text) =>
    {
        try
        {
            DateTimeFormat.Parse(format).TryRead(Encoding.UTF8.GetBytes(text), partial: true, out _);
        }
        catch (FormatException)
        {
        }
    });
}
