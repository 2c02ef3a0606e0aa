using Starlift.Cli.Terminals;

namespace Starlift.Tests.Cli.Terminals;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0 rows")]
    [InlineData(1, "1 row")]
    [InlineData(1234567, "1,234,567 rows")]
    public void Counts_have_thousands_separators_and_a_word(long count, string expected) => Assert.Equal(expected, Quantity.Count(count, "row", "rows"));

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1000, "1.0 kB")]
    [InlineData(12_345_678, "12.3 MB")]
    [InlineData(999_949, "999.9 kB")]
    [InlineData(999_950, "1.0 MB")]
    [InlineData(long.MaxValue, "9.2 EB")]
    public void Sizes_have_one_decimal_and_a_unit(long bytes, string expected) => Assert.Equal(expected, Quantity.Bytes(bytes));

    [Theory]
    [InlineData(0, "0 ms")]
    [InlineData(0.35, "350 ms")]
    [InlineData(0.9996, "1.0 s")]
    [InlineData(1.24, "1.2 s")]
    [InlineData(59.94, "59.9 s")]
    [InlineData(59.96, "1 min 0 s")]
    [InlineData(125, "2 min 5 s")]
    [InlineData(3599.6, "1 h 0 min")]
    [InlineData(3780, "1 h 3 min")]
    public void Durations_have_two_units_at_most(double seconds, string expected) => Assert.Equal(expected, Quantity.Duration(TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void Rates_are_a_second_and_none_before_time_has_passed()
    {
        Assert.Equal("2.5 MB/s", Quantity.BytesPerSecond(5_000_000, TimeSpan.FromSeconds(2)));
        Assert.Equal("1,500 rows/s", Quantity.CountPerSecond(3000, TimeSpan.FromSeconds(2), "rows"));
        Assert.Equal("–", Quantity.BytesPerSecond(1, TimeSpan.Zero));
    }
}
