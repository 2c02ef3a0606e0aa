using System.Numerics;
using Starlift.Reports;
using Starlift.Reports.Page;
using Starlift.Warehouses;

namespace Starlift.Tests.Reports;

public sealed class PageTextTests
{
    public static TheoryData<object?, string> Figures => new()
    {
        { 0.000123456m, "0.000123456" },
        { 691999.40m, "691,999.40" },
        { -1234567.5m, "-1,234,567.5" },
        { 0.000123456, "0.000123456" },
        { 0.1 + 0.2, "0.3" },
        { 1234567.25, "1,234,567.25" },
        { -123.0, "-123" },
        { 1e300, "1E+300" },
        { 2.5f, "2.5" },
        { 1234, "1,234" },
        { 123, "123" },
        { -123456L, "-123,456" },
        { new WideDecimal(BigInteger.Parse("12345678901234567890123456789012", System.Globalization.CultureInfo.InvariantCulture), 2), "123,456,789,012,345,678,901,234,567,890.12" },
        { "from 1 to 2", "from 1 to 2" },
        { null, "–" },
    };

    [Theory]
    [MemberData(nameof(Figures))]
    public void A_figure_has_all_digits_of_its_value(object? value, string expected) => Assert.Equal(expected, PageText.Figure(value));

    [Fact]
    public void The_script_is_told_how_many_digits_a_decimal_has()
    {
        using var data = new ChartData(world: null);
        data.Add(new RunFlow(new QueryResult(["source", "target", "value"], [["a", "b", 1.50m]]), new Dictionary<string, string>()));
        Assert.Contains("\"decimals\":2", data.Finish(), StringComparison.Ordinal);
    }
}
