using System.Diagnostics;
using Microsoft.Playwright;

namespace Starlift.ReportTests;

/// <summary>The report of the public Sparkify data set, which is no part of the repository, with a hostile song added.</summary>
public sealed class FullDataTests(PublishedReport published)
{
    [Fact]
    public async Task Every_chart_is_drawn_quietly_and_accessibly()
    {
        var make = Path.GetFullPath(Path.Combine(SourceTree.Root, "..", "shared", "data", "make-bucket"));
        Assert.SkipUnless(File.Exists(make), "the public data set is not part of the repository");
        BrowserService.Require();
        using var folder = new SparkifyFolder();
        using (var process = Process.Start(new ProcessStartInfo(make, [Path.Combine(folder.Path, "data")]) { RedirectStandardOutput = true })!)
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }

        HostileData.AddTo(folder);
        folder.Add("loads/staging_events.sql", folder.Read("loads/staging_events.sql").Replace("timeformat", "maxerror 10 timeformat", StringComparison.Ordinal));
        await folder.SucceedAsync("run");
        await folder.SucceedAsync("report");
        Assert.InRange(new FileInfo(folder.Report.LocalPath).Length, 1, 2_000_000);
        foreach (var scheme in (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark])
        {
            await using var open = await OpenPage.OpenAsync(published.Browser, folder.Report, scheme);
            var marks = await PageFacts.MarksAsync(open.Page);
            Assert.Equal(PageFacts.Plots, marks.Keys.Order(StringComparer.Ordinal));
            Assert.All(marks, plot => Assert.True(plot.Value > 0, $"{plot.Key} has no marks"));
            Assert.Contains(HostileData.Title, await open.Page.Locator("#chart-top_songs table").TextContentAsync());
            Assert.Equal(0, await open.Page.Locator("img, [onload], [onerror], [onmouseover]").CountAsync());

            // To be looked at.
            await open.Page.ScreenshotAsync(new PageScreenshotOptions { FullPage = true, Path = Path.Combine(SourceTree.Root, $"artifacts/screenshots/{scheme}.png") });
            Assert.Empty(await PageFacts.SeriousAsync(open.Page));
            Assert.Empty(open.Troubles);
        }
    }
}
