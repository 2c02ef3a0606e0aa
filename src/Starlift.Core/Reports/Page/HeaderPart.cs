namespace Starlift.Reports.Page;

/// <summary>The page's title, what it is based on, and the way to its parts.</summary>
static class HeaderPart
{
    public static void Add(Html html, Report report)
    {
        html.Add($"<header class=\"top\"><div><p class=\"kicker\">Report</p><h1>{PageText.Heading(report.Project.Name)}</h1><p class=\"status\">");
        AddStatus(html, report);
        html.AddTrusted("</p></div><button id=\"theme\" type=\"button\" aria-pressed=\"false\" hidden>Dark</button></header>\n<nav aria-label=\"Parts of the report\"><ul>");
        if (report.Charts.Count > 0)
        {
            html.AddTrusted("<li><a href=\"#answers\">Answers</a></li>");
        }

        html.AddTrusted(
            "<li><a href=\"#run\">Last run</a></li><li><a href=\"#checks\">Checks</a></li><li><a href=\"#rejects\">Rejects</a></li>"
            + "<li><a href=\"#schema\">Star schema</a></li><li><a href=\"#dictionary\">Data dictionary</a></li></ul></nav>\n");
    }

    static void AddStatus(Html html, Report report)
    {
        var runs = report.Runs;
        if (runs.Published is { } published && runs.PublishedAt is { } at)
        {
            html.Add($"Data of run {published}, published {PageText.Moment(at)}, on target {report.Target}.");
        }
        else
        {
            html.Add($"Target {report.Target}. {(runs.Latest.Rows.Count == 0 ? "No run has filled the star yet: start one with starlift run." : "")}");
        }

        if (runs.Latest.Rows.Count > 0 && runs.Latest.Rows[0][1] is string outcome and not ("done" or "nothing"))
        {
            html.Add($" <strong class=\"bad\">The latest run ended as {outcome.Replace('_', ' ')}</strong>; what it did was not published.");
        }
    }
}
