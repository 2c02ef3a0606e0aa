using System.Globalization;
using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>Records that could not be loaded, by reason.</summary>
static class RejectsPart
{
    public static void Add(Html html, Report report)
    {
        var rejects = report.Runs.Rejects;
        html.AddTrusted("<section id=\"rejects\" aria-labelledby=\"rejects-title\"><h2 id=\"rejects-title\">Rejects</h2>\n");
        if (rejects.Rows.Count == 0)
        {
            html.AddTrusted("<p class=\"empty\">Every record of what is loaded could be read.</p></section>\n");
            return;
        }

        var records = rejects.Rows.Sum(row => Convert.ToInt64(ResultText.Of(row[3]), CultureInfo.InvariantCulture));
        html.Add($"<article class=\"card\"><h3>{PageText.Count(records, "record", "records")} could not be loaded</h3>")
            .AddTrusted("<p class=\"question\">Why, and where is the first of each kind? starlift rejects shows every one.</p>");
        DataTable.Add(html, "Rejects by table, column and reason", rejects);
        html.AddTrusted("</article></section>\n");
    }
}
