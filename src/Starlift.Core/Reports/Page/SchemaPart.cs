using Starlift.Lineage;
using Starlift.Projects;
using Starlift.Reports.Diagrams;

namespace Starlift.Reports.Page;

/// <summary>The star schema and the lineage of its tables, drawn from the DDL and the models.</summary>
static class SchemaPart
{
    /// <summary>The page has room for the columns of so many star tables; the data dictionary tells those of all.</summary>
    const int MostDrawn = 60;

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
            html.AddTrusted("<article class=\"card wide\"><h3>Lineage</h3><p class=\"question\">Where do the rows and columns of each table come from?</p><div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Diagram of the lineage\">");
            LineageDiagram.Add(html, report.Project);
            html.AddTrusted("</div>");
            AddColumns(html, report.Project);
            html.AddTrusted("</article>\n");
        }

        html.AddTrusted("</section>\n");
    }

    static void AddColumns(Html html, Project project)
    {
        if (project.Models.Count is 0 or > MostDrawn)
        {
            return;
        }

        html.AddTrusted("<div class=\"details\">");
        foreach (var lineage in project.Models.Select(ModelLineage.Of).Where(lineage => lineage.Columns.Count > 0))
        {
            html.Add($"<details><summary>Columns of {lineage.Table.ToString()}</summary><div class=\"scroll whole\" role=\"region\" tabindex=\"0\" aria-label=\"Diagram of the columns of {lineage.Table.ToString()}\">");
            ColumnDiagram.Add(html, lineage, project);
            html.AddTrusted("</div>");
            if (lineage.Columns.Any(column => column.From.Any(source => !source.IsDirect)))
            {
                html.AddTrusted("<p class=\"note\">A dashed line leads from a column that decides about a value without being in it.</p>");
            }

            if (ColumnWords.OfRows(lineage) is { Length: > 0 } rows)
            {
                html.Add($"<p class=\"note\">The rows are {rows}.</p>");
            }

            html.AddTrusted("</details>\n");
        }

        html.AddTrusted("</div>");
    }
}
