using System.Text;
using Starlift.Sql.Values;
using Starlift.Sql.Values.Dates;
using Starlift.Sql.Values.Numbers;

namespace Starlift.SqlTests.Values;

/// <summary>TO_CHAR beside PostgreSQL 15, which Redshift's formats come from: to-char.tsv has its answers.</summary>
public sealed class ToCharTests
{
    [Fact]
    public void Dates_and_numbers_are_written_as_PostgreSQL_writes_them()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "test/Starlift.SqlTests/Values/to-char.tsv")).Select(line => line.Split('\t')).ToList();

        var wrong = rows.Where(row => Write(row[0], row[1], row[2]) != row[3]).Select(row => $"{row[1]} as {row[2]}: {Write(row[0], row[1], row[2])} for {row[3]}");

        Assert.InRange(rows.Count, 600, 2_000);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("618.80", "l99999D99", "$   618.80")]
    [InlineData("64.60", "l99999D99", "$    64.60")]
    [InlineData("-125.88", "$S999D99", "$-125.88")]
    [InlineData("12.5", "999", "  13")]
    [InlineData("123456789012345678901234567890.12", "FM999999999999999999999999999999.99", "123456789012345678901234567890.12")]
    public void L_is_the_dollar_sign(string number, string format, string expected) => Assert.Equal(expected, Write("N", number, format));

    [Theory]
    [InlineData("S99S")]
    [InlineData("9.9.9")]
    [InlineData("SMI9")]
    public void Patterns_that_contradict_each_other_are_refused(string format) => Assert.Throws<ValueException>(() => NumberFormat.Parse(format));

    [Fact]
    public void Zones_have_their_name_and_their_offset()
    {
        var text = new TextBuffer();
        DateFormatWriter.Write(Moment.Of(0), DateFormat.Parse("HH24:MI TZ tz OF"), "UTC", TimeSpan.Zero, text);
        DateFormatWriter.Write(Moment.Of(0), DateFormat.Parse(" TZ OF"), "Asia/Kolkata", TimeSpan.FromMinutes(330), text);
        DateFormatWriter.Write(Moment.Of(0), DateFormat.Parse(" OF"), "", TimeSpan.FromHours(-8), text);
        Assert.Equal("00:00 UTC utc +00 ASIA/KOLKATA +05:30 -08", text.ToString());
    }

    [Theory]
    [InlineData("1 year 2 mons 3 days 50:02:03", "YYYY MM DD HH24:MI:SS", "0001 02 03 50:02:03")]
    public void Intervals_are_written_part_by_part(string interval, string format, string expected)
    {
        var text = new TextBuffer();
        DateFormatWriter.Write(Moment.Of(IntervalReader.Read(interval)), DateFormat.Parse(format), "", default, text);
        Assert.Equal(expected, text.ToString());
        Assert.Throws<ValueException>(() => DateFormatWriter.Write(Moment.Of(new Interval(1, 0, 0)), DateFormat.Parse("Month"), "", default, text));
    }

    static string Write(string kind, string value, string format)
    {
        var text = new TextBuffer();
        if (kind == "N")
        {
            NumberFormatWriter.Write(value, NumberFormat.Parse(format), text);
        }
        else
        {
            DateFormatWriter.Write(Moment.Of(DateTimeText.Timestamp(Encoding.UTF8.GetBytes(value), 0)), DateFormat.Parse(format), "UTC", default, text);
        }

        return text.ToString();
    }
}
