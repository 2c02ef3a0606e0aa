using System.Security.Cryptography;
using System.Text;
using Starlift.Projects;

namespace Starlift.Reports.Page;

/// <summary>A report as one HTML file that needs nothing else: no network, no other file. Pure: the same report gives the same page.</summary>
public sealed class ReportPage
{
    const int MostBytes = 2_000_000;

    static readonly int[] RowLimits = [ChartRows.MostRows, 500, 200, 50, 10];

    readonly Report _report;
    readonly RunFlow? _flow;

    ReportPage(Report report)
    {
        _report = report;
        _flow = RunFlow.Of(report);
    }

    /// <summary>The whole file, below 2 MB: where the charts hold more than that, each shows fewer of its rows and says so.</summary>
    public static string Of(Report report)
    {
        var page = "";
        foreach (var limit in RowLimits)
        {
            page = new ReportPage(report with { Charts = [.. report.Charts.Select(chart => chart.First(limit))] }).Write();
            if (Encoding.UTF8.GetByteCount(page) < MostBytes)
            {
                break;
            }
        }

        return page;
    }

    string Write()
    {
        var html = new Html();
        var title = $"{PageText.Heading(_report.Project.Name)}: report";
        html.AddTrusted("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Add($"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'sha256-{HashOf(Assets.Script)}'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">\n")
            .AddTrusted("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n")
            .Add($"<meta name=\"generator\" content=\"Starlift {_report.Version}\">\n<title>{title}</title>\n<style>\n")
            .AddTrusted(Assets.Style)
            .AddTrusted("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">Skip to the content</a>\n");
        HeaderPart.Add(html, _report);
        html.AddTrusted("<main id=\"main\" tabindex=\"-1\">\n");
        ChartsPart.Add(html, _report);
        RunPart.Add(html, _report, _flow);
        ChecksPart.Add(html, _report);
        RejectsPart.Add(html, _report);
        SchemaPart.Add(html, _report);
        DictionaryPart.Add(html, _report);
        html.AddTrusted("</main>\n")
            .Add($"<footer>Made by Starlift {_report.Version} on {PageText.Moment(_report.CreatedAt)}. This page is one file and asks nothing of the network.</footer>\n")
            .AddTrusted("<script type=\"application/json\" id=\"data\">")
            .AddTrusted(Data())
            .AddTrusted("</script>\n<script>")
            .AddTrusted(Assets.Script)
            .AddTrusted("</script>\n</body>\n</html>\n");
        return html.ToString();
    }

    string Data()
    {
        var drawn = _report.Charts.Where(ChartsPart.IsDrawn).ToList();
        using var data = new ChartData(drawn.Any(rows => rows.Chart.Kind == ChartKind.Map) ? Assets.World : null);
        drawn.ForEach(data.Add);
        if (_flow is not null)
        {
            data.Add(_flow);
        }

        return data.Finish();
    }

    static string HashOf(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));
}
