using Microsoft.Playwright;

namespace Starlift.ReportTests;

/// <summary>What can be told of a report that is open in a browser.</summary>
static class PageFacts
{
    /// <summary>Shapes filled with one of the page's colours for data; axes, labels and land have others.</summary>
    const string MarksOfPlots = """
        () => {
          const style = getComputedStyle(document.documentElement);
          const colours = [1, 2, 3, 4, 5, 6].map(n => style.getPropertyValue(`--series-${n}`).trim());
          const data = JSON.parse(document.getElementById('data').textContent);
          return data.charts.map(chart => {
            const svg = document.querySelector(`[id="plot-${chart.id}"] svg`);
            const shapes = svg ? [...svg.querySelectorAll('path')] : [];
            const marks = shapes.filter(shape => {
              const box = shape.getBoundingClientRect();
              const fill = shape.getAttribute('fill') ?? '';
              const stroke = shape.getAttribute('stroke') ?? '';
              return box.width > 0.5 && box.height >= 0.5 && (chart.kind === 'heatmap' ? fill.startsWith('rgb(') : colours.includes(fill) || colours.includes(stroke));
            });
            return `${chart.id} ${marks.length}`;
          });
        }
        """;

    /// <summary>Ids of what is drawn for Sparkify, in order.</summary>
    public static IReadOnlyList<string> Plots { get; } =
        ["active_users", "browsers", "level_changes", "matched_by_day", "plays_by_hour", "plays_by_place", "run.flow", "session_length", "top_artists", "top_songs"];

    /// <summary>How many marks of data each plot has.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> MarksAsync(IPage page) =>
        (await page.EvaluateAsync<string[]>(MarksOfPlots)).Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => int.Parse(parts[1]));

    /// <summary>What axe calls serious or critical, with everything unfolded.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(details => { details.open = true; })");
        await page.EvaluateAsync(await File.ReadAllTextAsync(Path.Combine(BrowserService.Modules, "axe-core/axe.min.js"), TestContext.Current.CancellationToken));
        return await page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
              .filter(violation => ['serious', 'critical'].includes(violation.impact))
              .map(violation => `${violation.id}: ${violation.nodes[0].html}`)
            """);
    }
}
