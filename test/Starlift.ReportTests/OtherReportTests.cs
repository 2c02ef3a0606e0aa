namespace Starlift.ReportTests;

/// <summary>Reports of stars that are not as one would wish.</summary>
public sealed class OtherReportTests(PublishedReport published)
{
    [Fact]
    public async Task The_report_of_a_project_that_never_ran_says_so()
    {
        BrowserService.Require();
        using var folder = new SparkifyFolder();
        Assert.Contains("15 charts, 15 of them waiting for a first run", await folder.SucceedAsync("report"));
        await using var open = await OpenPage.OpenAsync(published.Browser, folder.Report);
        Assert.Equal(0, await open.Page.Locator(".plot").CountAsync());
        Assert.Contains("No answer yet", await open.Page.Locator("#chart-plays").TextContentAsync());
        Assert.Equal(7, await open.Page.Locator("#dictionary article").CountAsync());
        Assert.Empty(open.Troubles);
    }

    [Fact]
    public async Task The_report_of_an_empty_star_opens()
    {
        BrowserService.Require();
        using var folder = new SparkifyFolder();
        folder.Add("data/song_data/none.json", "");
        folder.Add("data/log_data/none.json", "");
        File.Copy(Path.Combine(published.Folder.Path, "data/log_json_path.json"), Path.Combine(folder.Path, "data/log_json_path.json"));
        await folder.SucceedAsync("run");
        Assert.StartsWith("report: 15 charts, ", await folder.SucceedAsync("report"));
        await using var open = await OpenPage.OpenAsync(published.Browser, folder.Report);
        Assert.Equal("0", await open.Page.Locator("#chart-plays .number").TextContentAsync());
        Assert.Contains("the SELECT yields no rows", await open.Page.Locator("#chart-top_songs").TextContentAsync());
        Assert.Empty(open.Troubles);
    }

    [Fact]
    public async Task A_project_without_reports_has_a_report_of_its_run_and_schema()
    {
        BrowserService.Require();
        using var folder = new SparkifyFolder();
        folder.Remove("reports");
        await folder.SucceedAsync("report", "--out", "out/report.html");
        await using var open = await OpenPage.OpenAsync(published.Browser, folder.Report);
        Assert.Equal(0, await open.Page.Locator("#answers").CountAsync());
        // the schema, the tables' lineage, and the columns' lineage of each of the five star tables
        Assert.Equal(7, await open.Page.Locator("svg.diagram").CountAsync());
        Assert.Empty(open.Troubles);
    }
}
