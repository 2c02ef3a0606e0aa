using Starlift.Projects;
using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>The project's charts: numbers on top, then the others, each with its SQL and its data.</summary>
static class ChartsPart
{
    /// <summary>The page's script draws it.</summary>
    public static bool IsDrawn(ChartRows rows) => rows.Chart.Kind is not (ChartKind.Number or ChartKind.Table) && rows.Result.Rows.Count > 0;

    public static void Add(Html html, Report report)
    {
        if (report.Charts.Count == 0)
        {
            return;
        }

        html.AddTrusted("<section id=\"answers\" aria-labelledby=\"answers-title\"><h2 id=\"answers-title\" class=\"unseen\">Answers</h2>\n");
        var figures = report.Charts.Where(rows => rows.Chart.Kind == ChartKind.Number).ToList();
        if (figures.Count > 0)
        {
            html.AddTrusted("<div class=\"figures\">\n");
            figures.ForEach(rows => AddFigure(html, rows));
            html.AddTrusted("</div>\n");
        }

        html.AddTrusted("<div class=\"grid\">\n");
        foreach (var rows in report.Charts.Except(figures))
        {
            AddChart(html, rows);
        }

        html.AddTrusted("</div></section>\n");
    }

    static void AddFigure(Html html, ChartRows rows)
    {
        var chart = rows.Chart;
        html.Add($"<article class=\"card figure\" id=\"chart-{chart.Name}\"><h3>{chart.Title}</h3><p class=\"number\">");
        if (rows.Result.Rows.Count == 0)
        {
            html.AddTrusted("–");
        }
        else
        {
            html.Add($"{PageText.Figure(rows.Result.Rows[0][rows.IndexOf("value")!.Value])}");
            if (chart.Unit is { } unit)
            {
                html.Add($" <span class=\"unit\">{unit}</span>");
            }
        }

        html.Add($"</p><p class=\"question\">{chart.Question}</p>");
        if (rows.Result.Rows.Count > 0 && rows.IndexOf("detail") is { } detail)
        {
            html.Add($"<p class=\"detail\">{PageText.Short(ResultText.Of(rows.Result.Rows[0][detail]))}</p>");
        }

        AddMissing(html, rows);
        AddDetails(html, rows);
        html.AddTrusted("</article>\n");
    }

    static void AddChart(Html html, ChartRows rows)
    {
        var chart = rows.Chart;
        html.AddTrusted(chart.Wide ? "<article class=\"card wide\"" : "<article class=\"card\"")
            .Add($" id=\"chart-{chart.Name}\"><h3>{chart.Title}</h3><p class=\"question\">{chart.Question}</p>");
        if (IsDrawn(rows))
        {
            html.Add($"<div class=\"plot\" id=\"plot-{chart.Name}\" role=\"img\" aria-label=\"{ChartWords.Of(rows)}\"></div>");
        }
        else if (rows.Result.Rows.Count > 0)
        {
            DataTable.Add(html, chart.Title, rows.Result);
        }
        else if (rows.Missing.Count == 0)
        {
            html.AddTrusted("<p class=\"empty\">There is nothing to show: the SELECT yields no rows.</p>");
        }

        AddMissing(html, rows);
        if (rows.More)
        {
            html.Add($"<p class=\"note\">The first {PageText.Count(rows.Result.Rows.Count)} rows are shown; there are more.</p>");
        }

        AddDetails(html, rows);
        html.AddTrusted("</article>\n");
    }

    static void AddMissing(Html html, ChartRows rows)
    {
        if (rows.Missing.Count > 0)
        {
            html.Add($"<p class=\"empty\">No answer yet: a first run makes {string.Join(", ", rows.Missing)}.</p>");
        }
    }

    static void AddDetails(Html html, ChartRows rows)
    {
        html.AddTrusted("<div class=\"details\">").Add($"<details><summary>SQL<span class=\"unseen\"> of {rows.Chart.Title}</span></summary><pre tabindex=\"0\"><code>{AsWritten(rows.Chart.Select.Source)}</code></pre></details>");
        if (rows.Result.Rows.Count > 0 && rows.Chart.Kind != ChartKind.Table)
        {
            html.Add($"<details><summary>Data as table<span class=\"unseen\">: {rows.Chart.Title}</span></summary>");
            DataTable.Add(html, $"Data of {rows.Chart.Title}", rows.Result);
            html.AddTrusted("</details>");
        }

        html.AddTrusted("</div>");
    }

    // Variables are left as references: a value may be nobody else's business.
    static string AsWritten(SqlSource source)
    {
        if (source.Filled is not { } filled)
        {
            return source.Sql;
        }

        var start = filled.OriginalIndex(source.Start);
        var end = filled.OriginalIndex(source.Start + source.Length - 1) + 1;
        return filled.Original[start..Math.Max(start, end)];
    }
}
