using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>A chart in words, for those who do not see it. The whole data stands below it as a table.</summary>
static class ChartWords
{
    public static string Of(ChartRows rows)
    {
        var chart = rows.Chart;
        var kind = chart.Kind switch
        {
            ChartKind.Bar => "Bar chart",
            ChartKind.Line => "Line chart",
            ChartKind.Area => "Area chart",
            ChartKind.Heatmap => "Heat map",
            ChartKind.Map => "Map",
            ChartKind.Sankey => "Flow chart",
            _ => "Table",
        };
        var words = $"{kind}: {chart.Title}, {PageText.Count(rows.Result.Rows.Count, "row", "rows")}.";
        return Greatest(rows) is { } greatest ? $"{words} Greatest: {greatest}." : words;
    }

    static string? Greatest(ChartRows rows)
    {
        var (named, valued) = rows.Chart.Kind switch
        {
            ChartKind.Heatmap => (new[] { "y", "x" }, "value"),
            ChartKind.Map => (["label"], "size"),
            ChartKind.Sankey => (["source", "target"], "value"),
            _ => (["x", "series"], "y"),
        };
        var names = named.Select(rows.IndexOf).OfType<int>().ToList();
        if (names.Count == 0 || rows.IndexOf(valued) is not { } value)
        {
            return null;
        }

        var row = rows.Result.Rows.Where(row => row[value] is not null).MaxBy(row => Convert.ToDouble(ResultText.Of(row[value]), System.Globalization.CultureInfo.InvariantCulture));
        return row is null
            ? null
            : $"{PageText.Short(string.Join(", ", names.Select(name => ResultText.Of(row[name]))))} with {PageText.Figure(row[value])} {rows.Chart.Unit ?? rows.Result.Columns[value].Replace('_', ' ')}";
    }
}
