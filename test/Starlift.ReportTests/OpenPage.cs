using Microsoft.Playwright;

namespace Starlift.ReportTests;

/// <summary>A page in a browser context of its own, which remembers whatever should not happen.</summary>
sealed class OpenPage : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly List<string> _troubles = [];

    OpenPage(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Console += (_, message) => _troubles.Add($"console {message.Type}: {message.Text}");
        page.PageError += (_, error) => _troubles.Add($"error: {error}");
        page.Dialog += async (_, dialog) =>
        {
            _troubles.Add($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
        page.Request += (_, request) =>
        {
            if (request.Url != Address)
            {
                _troubles.Add($"request: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Console messages, errors, dialogs and requests of anything but the page itself.</summary>
    public IReadOnlyList<string> Troubles => _troubles;

    string? Address { get; set; }

    public static async Task<OpenPage> OpenAsync(IBrowser browser, Uri address, ColorScheme scheme = ColorScheme.Light, int width = 1280)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions { ColorScheme = scheme, ViewportSize = new ViewportSize { Width = width, Height = 900 } });
        var open = new OpenPage(context, await context.NewPageAsync()) { Address = address.AbsoluteUri };
        await open.Page.GotoAsync(address.AbsoluteUri);
        return open;
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
