using Starlift.Warehouses;

namespace Starlift.Reports.Page;

/// <summary>What came of the checks of the latest run that had any.</summary>
static class ChecksPart
{
    public static void Add(Html html, Report report)
    {
        var checks = report.Runs.Checks;
        html.AddTrusted("<section id=\"checks\" aria-labelledby=\"checks-title\"><h2 id=\"checks-title\">Checks</h2>\n");
        if (checks.Rows.Count == 0)
        {
            html.AddTrusted("<p class=\"empty\">The target remembers no checks.</p></section>\n");
            return;
        }

        var broken = checks.Rows.Where(row => row[0] is not "passed").ToList();
        html.Add($"<article class=\"card\"><h3>{Summary(checks)}</h3><p class=\"question\">Does the star keep the rules of its tables and of the project? Checked by run {report.Runs.CheckedBy ?? 0} before anything was published.</p>");
        if (broken.Count > 0)
        {
            AddList(html, "Checks that do not hold", broken);
        }

        html.AddTrusted("<div class=\"details\"><details><summary>All checks</summary>");
        AddList(html, "All checks", checks.Rows);
        html.AddTrusted("</details></div></article></section>\n");
    }

    static string Summary(QueryResult checks)
    {
        int Count(string outcome) => checks.Rows.Count(row => row[0] is string text && text == outcome);
        var parts = new[] { (Count("failed"), "failed"), (Count("warned"), "warned"), (Count("passed"), "passed") };
        return string.Join(", ", parts.Where(part => part.Item1 > 0).Select(part => $"{part.Item1} {part.Item2}"));
    }

    static void AddList(Html html, string caption, IReadOnlyList<object?[]> rows)
    {
        html.Add($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{caption}\"><table><caption class=\"unseen\">{caption}</caption>")
            .AddTrusted("<thead><tr><th scope=\"col\">outcome</th><th scope=\"col\">rule</th><th scope=\"col\" class=\"n\">violations</th><th scope=\"col\" class=\"n\">tolerated</th></tr></thead><tbody>");
        foreach (var row in rows)
        {
            var outcome = ResultText.Of(row[0]);
            html.Add($"<tr><td><span class=\"outcome {outcome}\">{outcome}</span></td><td>{PageText.Short(ResultText.Of(row[2]))}<br><span class=\"faint\">{PageText.Short(ResultText.Of(row[1]))}</span>");
            if (ResultText.Of(row[6]) is { Length: > 0 } examples)
            {
                html.Add($"<pre tabindex=\"0\">{examples}</pre>");
            }

            html.Add($"</td><td class=\"n\">{ResultText.Of(row[3])}</td><td class=\"n\">{ResultText.Of(row[4])}</td></tr>\n");
        }

        html.AddTrusted("</tbody></table></div>");
    }
}
