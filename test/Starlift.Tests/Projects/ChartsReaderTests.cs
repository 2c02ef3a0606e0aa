using Starlift.Projects;

namespace Starlift.Tests.Projects;

public sealed class ChartsReaderTests
{
    const string Header = "-- title: T\n-- question: Q?\n";

    [Fact]
    public void A_chart_is_read_with_its_columns_in_the_order_of_the_report()
    {
        using var scratch = ScratchProject.Sound()
            .Add("tables/plays.sql", "create table plays (song varchar(10), n integer)")
            .Add("reports/b.sql", $"{Header}-- kind: bar\n-- x: Song\n-- y: n\n-- direction: horizontal\n-- unit: plays\nselect song, n from plays")
            .Add("reports/a.sql", $"{Header}-- kind: table\nselect 1 as one")
            .Add("reports/z.sql", $"{Header}-- kind: number\n-- value: one\n-- order: 2\nselect 1 as one");
        var charts = scratch.Read().Charts;
        Assert.Equal(["z", "a", "b"], charts.Select(chart => chart.Name));
        var bar = charts[2];
        Assert.Equal((ChartKind.Bar, "T", "Q?", "plays", true, false), (bar.Kind, bar.Title, bar.Question, bar.Unit, bar.Horizontal, bar.Wide));
        Assert.Equal(["x song", "y n"], bar.Columns.Select(pair => $"{pair.Key} {pair.Value.Name}"));
        Assert.Equal("plays", Assert.Single(bar.Reads).Name);
    }

    [Fact]
    public void All_problems_of_all_charts_are_reported_at_once()
    {
        using var scratch = ScratchProject.Sound()
            .Add("reports/a.sql", "-- titel: T\n-- kind: barr\nselect 1")
            .Add("reports/b.sql", $"{Header}-- kind: bar\n-- size: n\n-- direction: up\n-- order: first\nselect 1")
            .Add("reports/c.sql", $"{Header}-- kind: table\ndelete from t")
            .Add("reports/d.sql", $"{Header}-- kind: table\n-- x: a\nselect 1");
        Assert.Equal(
            [
                "reports/a.sql:1:1: the file's header has an unknown key 'titel' | did you mean 'title'?",
                "reports/a.sql:1:1: a chart needs 'title' | add to the file's first lines: -- title: … (A few words above the chart)",
                "reports/a.sql:1:1: a chart needs 'question' | add to the file's first lines: -- question: … (The question that the chart answers, one sentence)",
                "reports/a.sql:2:1: 'barr' is no value for 'kind' | did you mean 'bar'?",
                "reports/b.sql:6:1: 'first' is no value for 'order' | a whole number, 1 or more",
                "reports/b.sql:4:1: a chart of kind bar has no 'size' | its own keys are x, y, series, direction",
                "reports/b.sql:1:1: a chart of kind bar needs 'x' | add to the file's first lines: -- x: … (A bar each)",
                "reports/b.sql:1:1: a chart of kind bar needs 'y' | add to the file's first lines: -- y: … (How long the bars are)",
                "reports/b.sql:5:1: 'up' is no value for 'direction' | allowed: vertical, horizontal",
                "reports/c.sql:4:1: a file of reports/ holds one SELECT and nothing else | write one SELECT that yields the rows of the chart",
                "reports/d.sql:4:1: a chart of kind table has no 'x' | it shows every column",
            ],
            scratch.Problems());
    }
}
