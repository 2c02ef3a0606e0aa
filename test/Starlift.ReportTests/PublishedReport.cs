using Microsoft.Playwright;
using Starlift.ReportTests;

[assembly: AssemblyFixture(typeof(PublishedReport))]

namespace Starlift.ReportTests;

/// <summary>The report of a star with hostile titles, rejects and two runs, and a browser to open it with. Nothing where there is no browser.</summary>
public sealed class PublishedReport : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _browser;

    internal SparkifyFolder Folder { get; } = new();

    internal IBrowser Browser
    {
        get
        {
            BrowserService.Require();
            return _browser!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        if (!BrowserService.IsReady)
        {
            return;
        }

        await Folder.SucceedAsync("generate", "data", "--songs", "300", "--days", "8", "--events", "9000");
        HostileData.AddTo(Folder);
        Folder.Add("loads/staging_events.sql", Folder.Read("loads/staging_events.sql").Replace("timeformat", "maxerror 10 timeformat", StringComparison.Ordinal));
        await Folder.SucceedAsync("run");
        await Folder.SucceedAsync("report");
        _playwright = await Playwright.CreateAsync();
        _browser = await BrowserService.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        Folder.Dispose();
    }
}
