using Starlift.Reports.Diagrams;

namespace Starlift.Reports.Page;

/// <summary>The star schema and the lineage of its tables, drawn from the DDL and the models.</summary>
static class SchemaPart
{
    public static void Add(Html html, Report report)
    {
        html.AddTrusted("<section id=\"schema\" aria-labelledby=\"schema-title\"><h2 id=\"schema-title\">Star schema</h2>\n");
        if (report.Project.StarTables.Any())
        {
            html.AddTrusted("<article class=\"card wide\"><h3>Tables and references</h3><p class=\"question\">Which tables are there, and how do they join?</p><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Diagram of the star schema\">");
            SchemaDiagram.Add(html, report);
            html.AddTrusted("</div><p class=\"note\">PK: primary key. A dot marks a column that always holds a value.</p></article>\n");
        }

        if (report.Project.Loads.Count + report.Project.Models.Count > 0)
        {
            html.AddTrusted("<article class=\"card wide\"><h3>Lineage</h3><p class=\"question\">Where do the rows of each table come from?</p><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Diagram of the lineage\">");
            LineageDiagram.Add(html, report.Project);
            html.AddTrusted("</div></article>\n");
        }

        html.AddTrusted("</section>\n");
    }
}
