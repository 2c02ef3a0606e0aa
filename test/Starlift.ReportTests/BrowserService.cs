using Microsoft.Playwright;

namespace Starlift.ReportTests;

/// <summary>The browser that ./build services finds or installs.</summary>
static class BrowserService
{
    static readonly string Folder = Path.Combine(SourceTree.Root, "artifacts/services/browser");

    /// <summary>What it fetched of the npm registry.</summary>
    public static string Modules => Path.Combine(Folder, "report/node_modules");

    public static bool IsReady => File.Exists(Path.Combine(Folder, "ready"));

    /// <summary>Skips the test where the service is stopped; fails it where CI=true.</summary>
    public static void Require()
    {
        const string Missing = "there is no browser to test with: run ./build services start";
        Assert.SkipUnless(IsReady || Environment.GetEnvironmentVariable("CI") == "true", Missing);
        Assert.True(IsReady, Missing);
    }

    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
    {
        ExecutablePath = File.ReadAllText(Path.Combine(Folder, "ready")).Trim(),
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
