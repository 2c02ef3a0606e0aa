using System.Globalization;
using CsCheck;
using Starlift.Tests.DuckDb;
using Starlift.Warehouses;

namespace Starlift.Tests.Warehouses;

public sealed class FarTimeTests
{
    [Theory]
    [InlineData(0, "1970-01-01")]
    [InlineData(-719_162, "0001-01-01")]
    [InlineData(2_932_896, "9999-12-31")]
    [InlineData(2_932_897, "10000-01-01")]
    [InlineData(-719_163, "0001-12-31 BC")]
    [InlineData(-719_528, "0001-01-01 BC")]
    [InlineData(-735_160, "0044-03-15 BC")]
    public void A_day_is_a_date_or_the_text_of_one(long days, string text) => Assert.Equal(text, ResultText.Of(FarTime.Date(days)));

    [Theory]
    [InlineData(253_402_300_799_999_999, "9999-12-31T23:59:59.999999")]
    [InlineData(253_402_300_800_000_000, "10000-01-01 00:00:00")]
    [InlineData(1_541_121_934_796_000_000, "50806-03-18 10:19:56")]
    [InlineData(-62_135_596_800_000_001, "0001-12-31 23:59:59.999999 BC")]
    public void A_moment_is_a_time_or_the_text_of_one(long microseconds, string text) => Assert.Equal(text, ResultText.Of(FarTime.Timestamp(microseconds)));

    [Fact]
    public async Task Any_moment_is_what_the_engine_says()
    {
        await using var scratch = await ScratchWarehouse.OpenAsync();
        var moments = Gen.Long[-200_000_000_000_000_000, 9_000_000_000_000_000_000].Array[400].Single();
        var values = string.Join(" union all ", moments.Select(moment => string.Create(CultureInfo.InvariantCulture, $"select {moment} as m")));
        var rows = await scratch.Warehouse.QueryAsync(
            $"select m, timestamp 'epoch' + m * interval '1 microsecond' as moment, moment::varchar as written from ({values}) as v", TestContext.Current.CancellationToken);
        Assert.All(rows.Rows, row => Assert.Equal(AtTheEnd((string)row[2]!), ResultText.Of(row[1]).Replace('T', ' ')));
    }

    // The engine says BC before the time of day.
    static string AtTheEnd(string text) =>
        text.Contains(" (BC)", StringComparison.Ordinal) ? $"{text.Replace(" (BC)", "", StringComparison.Ordinal)} BC" : text;
}
