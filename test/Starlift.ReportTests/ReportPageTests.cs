using System.Text.Json;
using Microsoft.Playwright;

namespace Starlift.ReportTests;

public sealed class ReportPageTests(PublishedReport published)
{
    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_chart_has_marks_and_the_page_asks_nothing_of_the_network(ColorScheme scheme)
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report, scheme);
        var marks = await PageFacts.MarksAsync(open.Page);
        Assert.Equal(PageFacts.Plots, marks.Keys.Order(StringComparer.Ordinal));
        Assert.All(marks, plot => Assert.True(plot.Value > 0, $"{plot.Key} has no marks"));
        Assert.Equal(15, marks["top_songs"]);
        Assert.Equal(marks.Count, await open.Page.Locator(".plot").CountAsync());
        // the schema, the tables' lineage, and the columns' lineage of each of the five star tables
        Assert.Equal(7, await open.Page.Locator("svg.diagram").CountAsync());
        Assert.Empty(open.Troubles);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_serious(ColorScheme scheme)
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report, scheme);
        Assert.Empty(await PageFacts.SeriousAsync(open.Page));
        Assert.True(await open.Page.EvaluateAsync<bool>("async () => (await axe.run(document)).passes.length > 20"));
    }

    [Fact]
    public async Task Hostile_titles_stay_text_in_charts_tables_and_tooltips()
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report);
        var page = open.Page;
        Assert.Contains(HostileData.Title, await page.Locator("#chart-top_songs table").TextContentAsync());
        Assert.Contains(HostileData.Place, await page.Locator("#chart-plays_by_place table").TextContentAsync());
        Assert.Contains("<i>none</i>", await page.Locator("#rejects table").TextContentAsync());
        Assert.Contains("<svg onload", await page.Locator("#plot-top_artists svg").TextContentAsync());

        var bar = page.Locator("#plot-top_songs svg path[fill='#2a69c5']").First;
        await bar.ScrollIntoViewIfNeededAsync();
        await bar.HoverAsync();
        var tooltip = page.Locator("#plot-top_songs > div strong");
        await tooltip.WaitForAsync();
        Assert.StartsWith(HostileData.Title, await tooltip.TextContentAsync());

        Assert.Equal(0, await page.Locator("img, [onload], [onerror], [onmouseover]").CountAsync());
        Assert.Empty(open.Troubles);
    }

    [Fact]
    public async Task The_numbers_are_those_of_starlift_query()
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report);
        var charts = Directory.GetFiles(Path.Combine(published.Folder.Path, "reports"), "*.sql").Select(path => Path.GetFileNameWithoutExtension(path)).ToList();
        Assert.Equal(15, charts.Count);
        foreach (var chart in charts)
        {
            var answer = JsonDocument.Parse(await published.Folder.SucceedAsync("query", published.Folder.Read($"reports/{chart}.sql"), "-o", "json"));
            var expected = answer.RootElement.EnumerateArray().Select(row => string.Join('|', row.EnumerateObject().Select(field => field.Value.ToString()))).ToList();
            var shown = await open.Page.EvaluateAsync<string[]>(
                "name => [...document.querySelectorAll(`#chart-${name} tbody tr`)].map(row => [...row.cells].map(cell => cell.textContent).join('|'))", chart);
            Assert.NotEmpty(shown);
            Assert.True(expected.SequenceEqual(shown), $"{chart}: {string.Join(" / ", expected.Take(3))} is not {string.Join(" / ", shown.Take(3))}");
        }

        var others = await open.Page.EvaluateAsync<string[]>("""
            () => JSON.parse(document.getElementById('data').textContent).charts.filter(chart => chart.id !== 'run.flow').filter(chart => {
              const rows = [...document.querySelectorAll(`#chart-${chart.id} tbody tr`)].map(row => [...row.cells].map(cell => cell.textContent));
              const isSame = (text, value) => typeof value === 'number' ? Number(text) === value : text === (value === null ? '' : String(value));
              return rows.length !== chart.rows.length || !rows.every((row, i) => row.every((text, j) => isSame(text, chart.rows[i][j])));
            }).map(chart => chart.id + ': ' + JSON.stringify(chart.rows.slice(0, 3)) + document.querySelector(`#chart-${chart.id} tbody tr`)?.textContent)
            """);
        Assert.Empty(others);
    }

    [Fact]
    public async Task The_row_flow_accounts_for_every_record()
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report);
        var flow = await open.Page.Locator("[id='plot-run.flow']").GetAttributeAsync("aria-label");
        Assert.Matches(@"^Run 1: 311 objects with 10,202 records, of which 1 were rejected; .*songplays [\d,]+ inserted, 0 updated", flow);
    }

    [Fact]
    public async Task The_theme_changes_by_keyboard_and_is_remembered()
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report);
        var page = open.Page;
        var before = await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", await page.EvaluateAsync<string>("() => document.activeElement.textContent"));
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("true", await page.Locator("#theme").GetAttributeAsync("aria-pressed"));
        Assert.NotEqual(before, await page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor"));
        Assert.Equal(15, await page.Locator("#plot-top_songs svg path[fill='#7fb0ff']").CountAsync());

        await page.ReloadAsync();
        Assert.Equal("true", await page.Locator("#theme").GetAttributeAsync("aria-pressed"));
        Assert.Empty(open.Troubles);
    }

    [Fact]
    public async Task A_phone_scrolls_one_way_only()
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report, width: 375);
        Assert.Equal(375, await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth"));
        Assert.Empty(open.Troubles);
    }

    [Fact]
    public async Task Paper_is_light_and_the_page_is_as_before_afterwards()
    {
        await using var open = await OpenPage.OpenAsync(published.Browser, published.Folder.Report, ColorScheme.Dark);
        await open.Page.EvaluateAsync("() => addEventListener('beforeprint', () => { window.printed = document.querySelectorAll(\"#plot-top_songs svg path[fill='#2a69c5']\").length; })");
        Assert.True((await open.Page.PdfAsync()).Length > 50_000);
        Assert.Equal(15, await open.Page.EvaluateAsync<int>("() => window.printed"));
        Assert.Equal(15, await open.Page.Locator("#plot-top_songs svg path[fill='#7fb0ff']").CountAsync());
        Assert.Empty(open.Troubles);
    }
}
